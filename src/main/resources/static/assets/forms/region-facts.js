// What is put before whoever decides about a region application: its page, and who has said what.

import { el } from './dom.js';

export function showRegion(root, sheet) {
  root.querySelector('[data-region]').href = `/regions/${sheet.number}`;
  root.querySelector('[data-decisions]').replaceChildren(...sheet.decisions.map(({ step, decision, by, at, reason }) =>
    el('li', { class: 'text' }, `${step}：${decision}　${by}　${at}`, reason ? el('div', { class: 'hint' }, reason) : null)));
}
