// 签发 of a region application: who approves decides here, the officer records what was signed on paper.

import { fill, value } from './dom.js';
import { ONLINE, PAPER, SignedPaper } from './signed-paper.js';
import { showRegion } from './region-facts.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  const paper = new SignedPaper(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'region-approval',
    content: 'approval',
    show(root, sheet) {
      showRegion(root, sheet);
      fill(root, sheet.way === 'PAPER' ? PAPER : ONLINE);
      paper.show(root, sheet.way === 'PAPER' ? sheet : null);
      showFields(root, ['decision', 'reason', 'signer', 'signedOn'], sheet.approval);
      root.onchange = () => follow(root);
      follow(root);
    },
    read: root => ({
      ...readFields(root, ['decision']),
      reason: returning(root) ? value(root, 'reason') : '',
      ...readFields(root, ['signer', 'signedOn'])
    }),
    ready: () => paper.ready()
  });
}

function returning(root) {
  return value(root, 'decision') === 'RETURN';
}

function follow(root) {
  root.querySelector('[data-returning]').hidden = !returning(root);
}
