// Start of 典型案例申报: privacy notice, receiving authority, direction.

import { choice, el, fill, value } from './dom.js';
import { openStart, wanting } from './start-form.js';

export function start(camForm, $scope) {
  let version;
  return openStart(camForm, $scope, {
    path: '/api/case-applications/start',
    show(root, options) {
      version = options.privacyVersion;
      fill(root, { ...options, unitName: options.enterprise.name, unifiedCode: options.enterprise.uscc });
      root.querySelector('[name=authority]').replaceChildren(...authorities(options.authorities));
      directions(root, options.directions);
    },
    read: root => ({
      authority: value(root, 'authority'),
      direction: value(root, 'direction'),
      privacyVersion: value(root, 'privacyVersion') ? version : ''
    }),
    missing: root => wanting(root, [['authority', '选择受理申报材料的地方主管部门'], ['direction', '选择申报方向'],
      ['privacyVersion', '阅读并同意个人信息处理告知']])
  });
}

function authorities(choices) {
  const groups = new Map();
  choices.forEach(one => groups.set(one.group, [...groups.get(one.group) ?? [], one]));
  const lists = [...groups].map(([province, members]) => el('optgroup', { label: province },
    ...members.map(one => el('option', { value: one.value }, one.label))));
  return [el('option', { value: '' }, '请选择'), ...lists];
}

function directions(root, choices) {
  root.querySelector('[data-choices=direction]').replaceChildren(
    ...choices.map(one => choice('radio', 'direction', one.value, one.label)));
  root.addEventListener('change', ({ target }) => {
    if (target.name === 'direction') {
      root.querySelector('[data-guidance]').textContent
        = choices.find(one => one.value === target.value).group;
    }
  });
}
