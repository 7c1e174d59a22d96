// What a person has to mend, or to look at and confirm: at its field with its clause, and all together on top.

import { el } from './dom.js';

const FIELDS = 'input:not([type=file]):not([type=hidden]), textarea, select, button';

export class Problems {

  constructor(root) {
    this.root = root;
    this.confirmed = new Set();
    this.summary = root.querySelector('[data-problems]');
    this.count = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.toSummary() });
    root.querySelector('[data-state]')?.before(this.count);
    root.addEventListener('input', event => this.mended(event.target));
    root.addEventListener('change', event => this.mended(event.target));
  }

  /** Shows all of them and leads to the first: what has to be mended, then what has to be looked at. */
  show(problems) {
    this.clear();
    const faults = problems.filter(problem => !problem.confirmation);
    const doubts = problems.filter(problem => problem.confirmation);
    problems.forEach(problem => this.mark(problem));
    this.summary.replaceChildren(...this.list(faults, '需要修改', 'faults'), ...this.list(doubts, '需要核对', 'doubts'));
    this.summary.classList.toggle('doubtful', !faults.length);
    this.summary.hidden = false;
    this.count.textContent = [[faults, '需要修改'], [doubts, '需要核对']].filter(([list]) => list.length)
      .map(([list, what]) => `${list.length} 处${what}`).join('，');
    this.count.hidden = false;
    this.lead(faults[0] ?? doubts[0]);
  }

  list(problems, what, kind) {
    return problems.length ? [el('h2', { class: kind }, `有 ${problems.length} 处${what}`),
      el('ol', { class: kind }, ...problems.map(problem => el('li', {}, this.jump(problem))))] : [];
  }

  /** One sentence on top that belongs to no field. */
  tell(text) {
    this.clear();
    this.summary.replaceChildren(el('p', {}, text));
    this.summary.hidden = false;
    this.toSummary();
  }

  clear() {
    this.summary.hidden = true;
    this.count.hidden = true;
    this.root.querySelectorAll('[data-problem]').forEach(unmark);
  }

  mark({ field, text, clause, confirmation }) {
    const place = this.place(field);
    if (!place) {
      return;
    }
    const id = `problem-${field}`;
    // In a row of a table only a cell may hold it.
    const home = place.matches('tr') ? place.lastElementChild : place;
    const message = place.querySelector(`#${CSS.escape(id)}`)
      ?? home.appendChild(el('div', { class: 'problem', id }));
    message.append(el('p', { class: confirmation ? 'doubt' : 'fault' }, text,
      clause ? el('span', { class: 'clause' }, `（${clause}）`) : null));
    place.dataset.problem = field;
    place.classList.toggle('doubtful', !message.querySelector('.fault'));
    place.querySelectorAll(FIELDS).forEach(input => {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', [input.dataset.hint, id].filter(Boolean).join(' '));
    });
    if (confirmation) {
      message.append(this.confirmBox(confirmation));
    }
  }

  /** Kept with the draft; the server asks again once the value has changed. */
  confirmBox(confirmation) {
    const box = el('input', { type: 'checkbox', 'data-confirmation': confirmation });
    box.checked = this.confirmed.has(confirmation);
    box.addEventListener('change', () => this.confirmed[box.checked ? 'add' : 'delete'](confirmation));
    return el('label', { class: 'confirm' }, box, el('span', {}, '已核对，仍按此填报'));
  }

  jump(problem) {
    const text = `${problem.text}${problem.clause ? `（${problem.clause}）` : ''}`;
    return this.place(problem.field)
      ? el('button', { type: 'button', class: 'jump', onclick: () => this.lead(problem) }, text)
      : el('span', {}, text);
  }

  lead({ field }) {
    const place = this.place(field);
    const target = place && [...place.querySelectorAll('input, textarea, select, button')]
      .find(input => !input.disabled && input.offsetParent);
    (place ?? this.summary).scrollIntoView({ block: 'center' });
    (target ?? this.summary).focus({ preventScroll: Boolean(place) });
  }

  toSummary() {
    this.summary.scrollIntoView({ block: 'center' });
    this.summary.focus({ preventScroll: true });
  }

  mended(input) {
    const place = input.closest('[data-problem]');
    if (place && !input.dataset.confirmation) {
      unmark(place);
    }
  }

  place(field) {
    return this.root.querySelector(`[data-field="${CSS.escape(field)}"]`);
  }

}

function unmark(place) {
  delete place.dataset.problem;
  place.classList.remove('doubtful');
  place.querySelectorAll('.problem').forEach(message => message.remove());
  place.querySelectorAll(FIELDS).forEach(input => {
    input.removeAttribute('aria-invalid');
    if (input.dataset.hint) {
      input.setAttribute('aria-describedby', input.dataset.hint);
    } else {
      input.removeAttribute('aria-describedby');
    }
  });
}
