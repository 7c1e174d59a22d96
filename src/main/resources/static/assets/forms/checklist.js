// How far the form is, part by part, with a way to everything that is missing.

import { el } from './dom.js';

export class Checklist {

  /** @param problems the form's marks, which know the place of each field */
  constructor(root, problems) {
    this.root = root;
    this.problems = problems;
    this.panel = root.querySelector('[data-checklist]');
    problems.touched = left => this.panel && !this.panel.hidden && this.draw(left, true);
  }

  /** Shows what the server found, under the part that holds the field. */
  show(found) {
    this.draw(found, false);
    this.panel.hidden = false;
    this.panel.scrollIntoView({ block: 'start' });
    this.panel.focus({ preventScroll: true });
  }

  /** @param again whether something was changed since the server looked */
  draw(found, again) {
    const parts = [...this.root.querySelectorAll('[data-part]')];
    const groups = new Map(parts.map(part => [part, []]));
    const others = [];
    for (const problem of found) {
      (groups.get(this.part(parts, problem.field)) ?? others).push(problem);
    }
    this.wanting = again ? this.wanting : new Set([...groups].filter(([, list]) => list.length).map(([part]) => part.dataset.part));
    this.panel.replaceChildren(
      el('h2', {}, found.length ? `${again ? '检查后已有改动，还有' : '检查完毕：'}${this.tally(found)}`
        : again ? '所列各项均已改动，请再检查一次' : '检查完毕：已填写完整，可以提交'),
      el('ul', {}, ...parts.map(part => this.line(part.dataset.part, groups.get(part))),
        others.length ? this.line('其他', others) : null));
  }

  hide() {
    if (this.panel) {
      this.panel.hidden = true;
    }
  }

  line(name, found) {
    return el('li', { class: found.length ? 'open' : 'done' }, el('strong', {}, name),
      el('span', { class: 'count' }, found.length ? this.tally(found) : this.wanting.has(name) ? '已改动，待检查' : '已齐'),
      found.length ? el('ol', {}, ...found.map(problem => el('li', {}, this.problems.jump(problem)))) : null);
  }

  // What is to be filled, what stands there and is wrong, and what only has to be looked at.
  tally(found) {
    const faults = found.filter(problem => !problem.confirmation);
    const wrong = faults.filter(({ field }) => isFilled(this.problems.place(field))).length;
    const open = faults.length - wrong;
    const doubts = found.length - faults.length;
    return [open && `${open} 项待填`, wrong && `${wrong} 项待修改`, doubts && `${doubts} 项待确认`].filter(Boolean).join('，');
  }

  // The last part that begins before the field.
  part(parts, field) {
    const place = this.problems.place(field);
    return place && parts.filter(part => part.contains(place)
      || part.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
  }

}

function isFilled(place) {
  return [...place?.querySelectorAll('input, textarea, select') ?? []].some(input => !input.dataset.confirmation
    && (['radio', 'checkbox'].includes(input.type) ? input.checked : input.value.trim()));
}
