// 会签 of a joint region application: the joining authority's leader consents to this very revision.

import { value } from './dom.js';
import { showRegion } from './region-facts.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  let fingerprint = '';
  return openTask(camForm, $scope, {
    path: 'region-consent',
    content: 'opinion',
    show(root, sheet) {
      ({ fingerprint } = sheet);
      showRegion(root, sheet);
      showFields(root, ['decision', 'reason'], sheet.opinion);
      // A tick for an older revision says nothing about this one.
      root.querySelector('[name=agreed]').checked = sheet.opinion.fingerprint === fingerprint;
      root.onchange = () => follow(root);
      follow(root);
    },
    read: root => ({
      ...readFields(root, ['decision']),
      reason: returning(root) ? value(root, 'reason') : '',
      fingerprint: !returning(root) && value(root, 'agreed') ? fingerprint : ''
    })
  });
}

function returning(root) {
  return value(root, 'decision') === 'RETURN';
}

function follow(root) {
  root.querySelector('[data-returning]').hidden = !returning(root);
  root.querySelector('[data-agreeing]').hidden = value(root, 'decision') !== 'PASS';
}
