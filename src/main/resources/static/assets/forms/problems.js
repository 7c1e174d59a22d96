// What a person has to mend: at its field with its clause, and all together on top.

import { el } from './dom.js';

const FIELDS = 'input:not([type=file]):not([type=hidden]), textarea, select, button';

export class Problems {

  constructor(root) {
    this.root = root;
    this.summary = root.querySelector('[data-problems]');
    this.count = el('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.toSummary() });
    root.querySelector('[data-state]')?.before(this.count);
    root.addEventListener('input', event => this.mended(event.target));
    root.addEventListener('change', event => this.mended(event.target));
  }

  /** Shows all of them and leads to the first. */
  show(problems) {
    this.clear();
    problems.forEach(problem => this.mark(problem));
    const lines = problems.map(problem => el('li', {}, this.jump(problem)));
    this.summary.replaceChildren(
      el('h2', {}, `有 ${problems.length} 处需要修改`), el('ol', {}, ...lines));
    this.summary.hidden = false;
    this.count.textContent = `有 ${problems.length} 处需要修改`;
    this.count.hidden = false;
    this.lead(problems[0]);
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

  mark({ field, text, clause }) {
    const place = this.place(field);
    if (!place) {
      return;
    }
    const id = `problem-${field}`;
    const message = place.querySelector(`#${CSS.escape(id)}`)
      ?? place.appendChild(el('div', { class: 'problem', id }));
    message.append(el('p', {}, text, clause ? el('span', { class: 'clause' }, `（${clause}）`) : null));
    place.dataset.problem = field;
    place.querySelectorAll(FIELDS).forEach(input => {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', [input.dataset.hint, id].filter(Boolean).join(' '));
    });
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
    if (place) {
      unmark(place);
    }
  }

  place(field) {
    return this.root.querySelector(`[data-field="${CSS.escape(field)}"]`);
  }

}

function unmark(place) {
  delete place.dataset.problem;
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
