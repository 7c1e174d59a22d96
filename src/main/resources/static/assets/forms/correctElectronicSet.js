// 更正电子材料: what was found to differ, and the scans that take the place of wrong ones.

import { el, fill } from './dom.js';
import { PaperScans } from './paper-scans.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  const page = new CorrectionPage(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'electronic-correction',
    content: 'correction',
    show: (root, sheet, form) => page.show(root, sheet, form),
    read: root => page.read(root),
    ready: () => page.ready()
  });
}

class CorrectionPage {

  constructor(taskId) {
    this.scans = new PaperScans(taskId, 'electronic-correction');
  }

  show(root, { link, asked, rows, scans, correction }, form) {
    this.confirmed = form.problems.confirmed;
    this.confirmed.clear();
    correction.confirmations.forEach(key => this.confirmed.add(key));
    root.querySelector('[data-differences]').replaceChildren(...asked.sentences.map(sentence => el('li', {}, sentence)));
    fill(root, { askedBy: `第${asked.round}次核对：${asked.by}`, askedRemark: asked.remark });
    root.querySelector('[data-remark]').hidden = !asked.remark;
    root.querySelector('[data-link]').href = link;
    this.scans.forget(rows.map(({ field }) => field));
    root.querySelector('[data-rows]').replaceChildren(...rows.map(row => this.row(row)));
    this.scans.tell(scans);
    showFields(root, ['remark'], correction);
  }

  row({ field, title, difference, scan }) {
    return el('section', { class: 'paper', 'data-mark': difference ? 'missing' : '' },
      el('div', { class: 'head' }, el('h3', {}, title)),
      difference ? el('p', { class: 'correction' }, `不一致：${difference}`) : null,
      this.scans.place(field, title, scan));
  }

  /** In the order of the record. */
  read(root) {
    return { ...readFields(root, ['remark']), confirmations: [...this.confirmed] };
  }

  ready() {
    return this.scans.busy() ? [{ field: 'remark', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : [];
  }

}
