// 用印与寄送 of a region application: seals, the sealed scan, and how the paper leaves.

import { fill, value } from './dom.js';
import { PaperScans } from './paper-scans.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['seal', 'partnerSeal', 'crossSeal', 'copies', 'way', 'carrier', 'waybill', 'dispatchedOn'];

export function start(camForm, $scope) {
  const scans = new PaperScans(camForm.taskId, 'region-sealing');
  let confirmed = new Set();
  return openTask(camForm, $scope, {
    path: 'region-sealing',
    content: 'sealing',
    show(root, sheet, form) {
      confirmed = form.problems.confirmed;
      confirmed.clear();
      sheet.sealing.confirmations.forEach(key => confirmed.add(key));
      fill(root, { paperCopies: sheet.copies === 2 ? '两' : sheet.copies });
      root.querySelectorAll('[data-partner]').forEach(part => {
        part.hidden = !sheet.partnerName;
      });
      root.querySelector('[data-list-open]').hidden = !sheet.listNumber;
      root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
      showFields(root, FIELDS, sheet.sealing);
      scans.show(root.querySelector('[data-files]'), 'sealedScan', sheet.scan);
      scans.tell(sheet.scans);
      root.onchange = () => follow(root);
      follow(root);
    },
    read: root => ({ ...readFields(root, FIELDS), confirmations: [...confirmed] }),
    ready: () => scans.busy() ? [{ field: 'sealedScan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : []
  });
}

function follow(root) {
  root.querySelector('[data-parcel]').hidden = value(root, 'way') !== 'ALONE';
  root.querySelector('[data-along]').hidden = value(root, 'way') !== 'WITH_LIST';
}
