// 办结接收: what was received completely takes part in the evaluation.

import { el } from './dom.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['confirmed', 'remark'];

export function start(camForm, $scope) {
  return openTask(camForm, $scope, {
    path: 'reception',
    content: 'closing',
    show(root, { arrivals, closing }) {
      const missing = arrivals.filter(arrival => arrival.missing);
      root.querySelector('[data-arrivals]').replaceChildren(...[...missing, ...arrivals.filter(each => !each.missing)].map(row));
      root.querySelector('[data-confirming]').hidden = !missing.length;
      showFields(root, FIELDS, closing);
    },
    read: root => readFields(root, FIELDS)
  });
}

function row({ number, sender, subjects, missing, link }) {
  return el('tr', { 'data-source': number },
    el('th', { scope: 'row' }, el('a', { href: link, target: '_blank', rel: 'noopener' }, number)),
    el('td', {}, sender), el('td', { class: 'number' }, `${subjects}`),
    el('td', {}, missing ? el('strong', { class: 'wrong' }, `缺${missing}`) : '齐全'));
}
