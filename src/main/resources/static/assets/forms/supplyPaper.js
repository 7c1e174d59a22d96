// 补齐纸质材料: what was missing, and how it was sent.

import { el, fill } from './dom.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['carrier', 'waybill', 'sentOn', 'remark'];

export function start(camForm, $scope) {
  return openTask(camForm, $scope, {
    path: 'paper-supplement',
    content: 'supplement',
    show,
    read: root => readFields(root, FIELDS)
  });
}

function show(root, { link, asked, supplement }) {
  root.querySelector('[data-missing]').replaceChildren(...asked.missing.map(sentence => el('li', {}, sentence)));
  fill(root, { askedBy: `第${asked.round}次登记：${asked.by}`, askedRemark: asked.remark });
  root.querySelector('[data-remark]').hidden = !asked.remark;
  root.querySelector('[data-link]').href = link;
  showFields(root, FIELDS, supplement);
}
