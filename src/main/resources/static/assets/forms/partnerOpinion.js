// 会签 of a joint list: the joining authority's officer comments, its leader consents to this very version.

import { fill, value } from './dom.js';
import { SignedPaper } from './signed-paper.js';
import { showList } from './ranked-list.js';
import { openTask, readFields, showFields } from './task-form.js';

const ONLINE = { heading: '会签', question: '结论' };

const PAPER = { heading: '登记线下会签', question: '签批意见' };

export function start(camForm, $scope) {
  const record = new SignedPaper(camForm.taskId);
  let fingerprint = '';
  return openTask(camForm, $scope, {
    path: 'opinion',
    content: 'opinion',
    show(root, sheet) {
      fingerprint = sheet.fingerprint;
      showList(root, sheet);
      record.show(root, sheet.paper);
      fill(root, { ...sheet.paper ? PAPER : ONLINE, earliest: sheet.paper?.earliest ?? '' });
      showFields(root, ['decision', 'reason', 'signer', 'signedOn'], sheet.opinion);
      const agreed = root.querySelector('[name=agreed]');
      if (agreed) {
        // A tick for an older version says nothing about this one.
        agreed.checked = sheet.opinion.fingerprint === fingerprint;
        root.onchange = () => follow(root);
        follow(root);
      }
    },
    read: root => ({
      ...readFields(root, ['decision']),
      reason: comments(root) || returning(root) ? value(root, 'reason') : '',
      fingerprint: !returning(root) && root.querySelector('[name=agreed]')?.checked ? fingerprint : '',
      signer: '',
      signedOn: '',
      ...readFields(root, comments(root) ? [] : ['signer', 'signedOn'])
    }),
    ready: () => record.ready()
  });
}

function comments(root) {
  return !root.querySelector('[name=decision]');
}

function returning(root) {
  return value(root, 'decision') === 'RETURN';
}

function follow(root) {
  root.querySelector('[data-returning]').hidden = !returning(root);
  root.querySelector('[data-agreeing]').hidden = value(root, 'decision') !== 'PASS';
}
