// 复核排序: the head reads the whole list before it decides.

import { showList } from './ranked-list.js';
import { openTask, readFields, sendAnswers, showFields } from './task-form.js';

const ANSWERS = ['decision', 'reason'];

export function start(camForm, $scope) {
  return openTask(camForm, $scope, {
    path: 'list-review',
    content: 'review',
    show(root, sheet) {
      root.querySelector('[data-barred]').hidden = !sheet.barred;
      showList(root, sheet);
      showFields(root, ANSWERS, sheet.review);
    },
    read: root => readFields(root, ANSWERS),
    ready: () => sendAnswers(camForm, readFields(camForm.formElement[0], ANSWERS))
  });
}
