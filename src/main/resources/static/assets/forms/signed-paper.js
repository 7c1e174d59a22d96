// 线下签批: what the officer records of a signed paper, beside the decision itself.

import { el } from './dom.js';
import { Files } from './files.js';

export const ONLINE = { heading: '签发', question: '结论', passLabel: '签发' };

export const PAPER = { heading: '登记线下签批', question: '签批意见', passLabel: '同意' };

export class SignedPaper {

  constructor(taskId) {
    this.taskId = taskId;
  }

  /** @param paper what is printed, who may sign, and the scan so far; nothing for who decides here */
  show(root, paper) {
    root.querySelectorAll('[data-paper]').forEach(part => {
      part.hidden = !paper;
    });
    if (paper) {
      root.querySelector('[data-print]').href = paper.print;
      root.querySelector('#signers').replaceChildren(...paper.signers.map(name => el('option', { value: name })));
      this.scan ??= new Files(root.querySelector('[data-files]'), `/api/tasks/${this.taskId}/files/approvalScan`);
      this.scan.show(paper.scan ? [paper.scan] : []);
    }
  }

  ready() {
    return this.scan?.busy()
      ? [{ field: 'approvalScan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : [];
  }

}
