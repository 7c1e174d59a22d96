// 线下签批: the officer prints the sheet, scans what was signed and says by whom and when.

import { el } from './dom.js';
import { Files } from './files.js';

export class PaperRecord {

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
