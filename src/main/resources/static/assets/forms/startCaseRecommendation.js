// Start of 典型案例推荐: the officer opens the work of its own authority, alone or with the other line of its province.

import { el, fill, value } from './dom.js';
import { openStart } from './start-form.js';

export function start(camForm, $scope) {
  let obstacles = {};
  return openStart(camForm, $scope, {
    path: '/api/case-recommendations/start',
    show(root, sheet) {
      ({ obstacles } = sheet);
      fill(root, sheet);
      root.querySelector('[data-joint]').hidden = !sheet.partnerName;
      root.onchange = () => list(root, sheet);
      list(root, sheet);
    },
    read: root => ({ mode: value(root, 'mode') }),
    obstacles: root => obstacles[value(root, 'mode')] ?? []
  });
}

function list(root, sheet) {
  const lines = value(root, 'mode') === 'JOINT' ? [...sheet.candidates, ...sheet.partnerCandidates] : sheet.candidates;
  fill(root, { count: `${lines.length} 个` });
  root.querySelector('[data-candidates]').hidden = lines.length === 0;
  root.querySelector('[data-list]').replaceChildren(...lines.map((line, index) => el('tr', {},
    el('td', { class: 'number' }, String(index + 1)),
    el('td', {}, line.caseName, el('div', { class: 'hint' }, line.number)),
    el('td', {}, line.unitName),
    el('td', {}, line.direction))));
}
