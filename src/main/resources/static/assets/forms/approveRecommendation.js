// 签发: the list on one page; who approves decides here, the officer records what was signed on paper.

import { fill, value } from './dom.js';
import { showList } from './ranked-list.js';
import { ONLINE, PAPER, SignedPaper } from './signed-paper.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  const page = new ApprovalPage(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'approval',
    content: 'approval',
    show: (root, sheet) => page.show(root, sheet),
    read: root => page.read(root),
    ready: () => page.paper.ready()
  });
}

class ApprovalPage {

  constructor(taskId) {
    this.paper = new SignedPaper(taskId);
  }

  show(root, sheet) {
    showList(root, sheet);
    const paper = sheet.way === 'PAPER';
    fill(root, paper ? PAPER : ONLINE);
    this.paper.show(root, paper ? sheet : null);
    this.exceeded = sheet.exceeded;
    const count = sheet.list.recommended.length;
    fill(root, {
      consentLabel: `${paper ? '签报上已同意' : '同意'}超额推荐：推荐${count}个，超过${sheet.cap}个，超额说明见上。`
    });
    showFields(root, ['decision', 'reason', 'excessConsent', 'signer', 'signedOn'], sheet.approval);
    if (!this.watching) {
      this.watching = true;
      root.addEventListener('change', () => this.follow(root));
    }
    this.follow(root);
  }

  /** In the order of the record. */
  read(root) {
    return {
      ...readFields(root, ['decision']),
      reason: returning(root) ? value(root, 'reason') : '',
      excessConsent: this.asksConsent(root) ? value(root, 'excessConsent') : '',
      ...readFields(root, ['signer', 'signedOn'])
    };
  }

  asksConsent(root) {
    return this.exceeded && value(root, 'decision') === 'PASS';
  }

  follow(root) {
    root.querySelector('[data-returning]').hidden = !returning(root);
    root.querySelector('[data-passing]').hidden = !this.asksConsent(root);
  }

}

function returning(root) {
  return value(root, 'decision') === 'RETURN';
}
