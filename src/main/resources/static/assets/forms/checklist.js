// How far the form is, part by part, with a way to everything that is missing.

import { el } from './dom.js';

export class Checklist {

  /** @param problems the form's marks, which know the place of each field */
  constructor(root, problems) {
    this.root = root;
    this.problems = problems;
    this.panel = root.querySelector('[data-checklist]');
  }

  /** Shows what the server found, under the part that holds the field. */
  show(found) {
    const parts = [...this.root.querySelectorAll('[data-part]')];
    const groups = new Map(parts.map(part => [part, []]));
    const others = [];
    for (const problem of found) {
      (groups.get(this.part(parts, problem.field)) ?? others).push(problem);
    }
    this.panel.replaceChildren(
      el('h2', {}, found.length ? `检查完毕：${tally(found)}` : '检查完毕：已填写完整，可以提交'),
      el('ul', {}, ...parts.map(part => this.line(part.dataset.part, groups.get(part))),
        others.length ? this.line('其他', others) : null));
    this.panel.hidden = false;
    this.panel.scrollIntoView({ block: 'start' });
    this.panel.focus({ preventScroll: true });
  }

  hide() {
    if (this.panel) {
      this.panel.hidden = true;
    }
  }

  line(name, found) {
    return el('li', { class: found.length ? 'open' : 'done' }, el('strong', {}, name),
      el('span', { class: 'count' }, found.length ? tally(found) : '已齐'),
      found.length ? el('ol', {}, ...found.map(problem => el('li', {}, this.problems.jump(problem)))) : null);
  }

  // The last part that begins before the field.
  part(parts, field) {
    const place = this.problems.place(field);
    return place && parts.filter(part => part.contains(place)
      || part.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  }

}

// What must be mended, and what only has to be looked at.
function tally(found) {
  const doubts = found.filter(problem => problem.confirmation).length;
  const faults = found.length - doubts;
  return [faults && `${faults} 项待填`, doubts && `${doubts} 项待确认`].filter(Boolean).join('，');
}
