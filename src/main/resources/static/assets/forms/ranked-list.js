// A frozen list as those read it who decide about it: recommended, reserves, not recommended, and what was said before.

import { el, fill, link } from './dom.js';

/** @param scores by case number, where the reader's own authority has given any */
export function showList(root, list, cap, scores = {}) {
  const title = line => heading(line, scores[line.caseNumber]);
  const { recommended, reserves, omitted, excessReason, regionWarning, authorityName, approver, rankedBy } = list;
  fill(root, {
    authorityName, approver, rankedBy, excessReason, regionWarning, cap,
    recommendedCount: recommended.length, reserveCount: reserves.length, omittedCount: omitted.length
  });
  rows(root, '[data-opinions]', list.opinions, said => el('li', {}, `${said.step}　${said.text}`));
  rows(root, '[data-recommended]', recommended, line => el('tr', {},
    el('td', { class: 'number' }, line.place), title(line), el('td', {}, `【${line.direction}】${line.summary}`)));
  rows(root, '[data-reserves]', reserves, line => el('tr', {},
    el('td', { class: 'number' }, line.place), title(line), el('td', { class: 'reason' }, line.reason)));
  rows(root, '[data-omitted]', omitted, line => el('tr', {}, title(line), el('td', { class: 'reason' }, line.reason)));
  root.querySelector('[data-reserve]').hidden = reserves.length === 0;
  root.querySelector('[data-omission]').hidden = omitted.length === 0;
  root.querySelector('[data-excess]').hidden = !excessReason;
  root.querySelector('[data-region]').hidden = !regionWarning;
}

function rows(root, place, items, row) {
  root.querySelector(place).replaceChildren(...items.map(row));
}

function heading(line, score) {
  return el('td', {}, link(`/cases/${line.caseNumber}`, line.caseName), el('div', {}, line.unitName),
    el('div', { class: 'hint' }, `${line.category} · ${line.caseNumber}${score === undefined ? '' : ` · 审核评分 ${score} 分`}`));
}
