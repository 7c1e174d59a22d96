// What a person has to mend, or to look at and confirm: at its field with its clause, and all together on top.

import { el } from './dom.js';

const FIELDS = 'input:not([type=file]):not([type=hidden]), textarea, select, button';

export class Problems {

  constructor(root) {
    this.root = root;
    this.confirmed = new Set();
    this.open = [];
    this.shown = false;
    this.touched = () => {};
    this.summary = root.querySelector('[data-problems]');
    this.count = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.toSummary() });
    root.querySelector('[data-state]')?.before(this.count);
    root.addEventListener('input', event => this.mended(event.target));
    root.addEventListener('change', event => this.mended(event.target));
  }

  /** Shows all of them and leads to the first: what has to be mended, then what has to be looked at. */
  show(problems) {
    this.clear();
    this.shown = true;
    this.note(problems);
    const [faults, doubts] = sorted(problems);
    this.lead(faults[0] ?? doubts[0]);
  }

  /** Marks them at their fields; what the person changes then is no longer counted. */
  note(problems) {
    problems.forEach(problem => this.mark(problem));
    this.open = problems;
    this.onscreen = new Set(problems.filter(({ field }) => isOnScreen(this.place(field))));
    this.begun = problems.length;
    this.counted = this.left().length;
    this.draw();
  }

  // The server judges what was changed; until then it only counts as touched.
  draw() {
    if (!this.shown) {
      return;
    }
    const left = this.left();
    const [faults, doubts] = sorted(left);
    const more = left.length < this.begun ? '还有' : '有';
    this.summary.replaceChildren(...left.length
      ? [...this.list(faults, more, '需要修改', 'faults'), ...this.list(doubts, more, '需要核对', 'doubts')]
      : [el('p', { class: 'settled' }, '所列各处均已改动，请重新提交，系统再次检查。')]);
    // Read out when it is found, not again after each change.
    this.summary.setAttribute('aria-live', left.length < this.begun ? 'off' : 'assertive');
    this.summary.classList.toggle('doubtful', !faults.length);
    this.summary.hidden = false;
    this.count.textContent = [[faults, '需要修改'], [doubts, '需要核对']].filter(([list]) => list.length)
      .map(([list, what]) => `${list.length} 处${what}`).join('，');
    this.count.hidden = !left.length;
  }

  /** What nobody has changed or confirmed since it was found. */
  left() {
    return this.open.filter(({ confirmation }) => !confirmation || !this.confirmed.has(confirmation));
  }

  list(problems, more, what, kind) {
    return problems.length ? [el('h2', { class: kind }, `${more} ${problems.length} 处${what}`),
      el('ol', { class: kind }, ...problems.map(problem => el('li', {}, this.jump(problem))))] : [];
  }

  /**
   * One sentence on top that belongs to no field.
   * @param lead whether to go there; not while somebody is choosing something else
   */
  tell(text, lead = true) {
    this.clear();
    this.summary.setAttribute('aria-live', 'assertive');
    this.summary.classList.remove('doubtful');
    this.summary.replaceChildren(el('p', {}, text));
    this.summary.hidden = false;
    if (lead) {
      this.toSummary();
    }
  }

  clear() {
    this.open = [];
    this.shown = false;
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

  /** Takes what was reported about this field off the lists. */
  mended(input) {
    const place = input.closest('[data-problem]');
    if (place && !input.dataset.confirmation) {
      this.open = this.open.filter(({ field }) => field !== place.dataset.problem);
      unmark(place);
    }
    // What the change hides or takes away is settled too, once the form has followed it.
    setTimeout(() => this.settle());
  }

  settle() {
    const gone = this.open.filter(problem => this.onscreen.has(problem) && !isOnScreen(this.place(problem.field)));
    gone.map(({ field }) => this.place(field)).filter(Boolean).forEach(unmark);
    this.open = this.open.filter(problem => !gone.includes(problem));
    if (this.left().length !== this.counted) {
      this.counted = this.left().length;
      this.draw();
      this.touched(this.left());
    }
  }

  /** Whether something on the form can be mended about it. */
  hasField(field) {
    return Boolean(this.place(field)?.querySelector(FIELDS));
  }

  place(field) {
    return this.root.querySelector(`[data-field="${CSS.escape(field)}"]`);
  }

}

function sorted(problems) {
  return [problems.filter(problem => !problem.confirmation), problems.filter(problem => problem.confirmation)];
}

// A place without fields, such as a heading, counts while it is there.
function isOnScreen(place) {
  const fields = [...place?.querySelectorAll('input:not([type=file]), textarea, select') ?? []];
  return Boolean(place?.isConnected) && place.offsetParent !== null
    && (fields.length === 0 || fields.some(field => field.offsetParent !== null));
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
