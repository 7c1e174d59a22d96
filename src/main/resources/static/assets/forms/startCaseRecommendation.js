// Start of 典型案例推荐: the officer opens the work of its own authority.

import { el, fill } from './dom.js';
import { openStart } from './start-form.js';

export function start(camForm, $scope) {
  return openStart(camForm, $scope, {
    path: '/api/case-recommendations/start',
    show(root, sheet) {
      fill(root, { ...sheet, count: `${sheet.candidates.length} 个` });
      root.querySelector('[data-candidates]').hidden = sheet.candidates.length === 0;
      root.querySelector('[data-list]').replaceChildren(...sheet.candidates.map((line, index) => el('tr', {},
        el('td', { class: 'number' }, String(index + 1)),
        el('td', {}, line.caseName, el('div', { class: 'hint' }, line.number)),
        el('td', {}, line.unitName),
        el('td', {}, line.direction))));
    },
    // The start takes no answers.
    read: () => undefined
  });
}
