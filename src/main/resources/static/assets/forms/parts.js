// How much of each part is filled, while people type, with a way to it.

import { el } from './dom.js';

export class Parts {

  /** @param problems the form's marks, which know the place of each field */
  constructor(root, problems) {
    this.panel = root.querySelector('[data-parts]');
    this.headings = [...root.querySelectorAll('[data-part]')];
    this.problems = problems;
    this.homes = new Map();
  }

  /** @param fields { key, how, filled }: what has to be filled says how */
  show(fields) {
    const tally = new Map(this.headings.map(heading => [heading, { most: 0, done: 0 }]));
    for (const { key, kind, how, filled } of fields.filter(field => field.how || field.kind === 'BESIDE')) {
      const count = kind === 'BESIDE' && key === 'evidence' ? undefined : tally.get(this.home(key));
      if (count) {
        count.most++;
        count.done += filled ? 1 : 0;
      }
    }
    const counted = [...tally].filter(([, { most }]) => most);
    this.panel.replaceChildren(el('ul', {}, ...counted.map(([heading, { most, done }]) =>
      el('li', { class: done === most ? 'done' : 'open' }, el('button', { type: 'button', class: 'jump',
        onclick: () => heading.scrollIntoView({ block: 'start' }) }, heading.dataset.part),
      el('span', { class: 'count' }, ` ${done}/${most}`)))));
  }

  // The last part that begins before the field.
  home(key) {
    if (!this.homes.has(key)) {
      const place = this.problems.place(key);
      this.homes.set(key, place && this.headings.filter(heading =>
        heading.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).pop());
    }
    return this.homes.get(key);
  }

}
