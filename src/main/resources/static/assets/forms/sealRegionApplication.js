// 用印与寄送 of a region application: seals, the sealed scan, and how the paper leaves.

import { fill, value } from './dom.js';
import { Files } from './files.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['seal', 'partnerSeal', 'crossSeal', 'copies', 'way', 'carrier', 'waybill', 'dispatchedOn'];

export function start(camForm, $scope) {
  let scan;
  return openTask(camForm, $scope, {
    path: 'region-sealing',
    content: 'sealing',
    show(root, sheet) {
      fill(root, { paperCopies: sheet.copies === 2 ? '两' : sheet.copies });
      root.querySelectorAll('[data-partner]').forEach(part => {
        part.hidden = !sheet.partnerName;
      });
      root.querySelector('[data-list-open]').hidden = !sheet.listNumber;
      root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
      showFields(root, FIELDS, sheet.sealing);
      scan ??= new Files(root.querySelector('[data-files]'), `/api/tasks/${camForm.taskId}/files/sealedScan`);
      scan.show(sheet.scan ? [sheet.scan] : []);
      root.onchange = () => follow(root);
      follow(root);
    },
    read: root => readFields(root, FIELDS),
    ready: () => scan?.busy() ? [{ field: 'sealedScan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : []
  });
}

function follow(root) {
  root.querySelector('[data-parcel]').hidden = value(root, 'way') !== 'ALONE';
  root.querySelector('[data-along]').hidden = value(root, 'way') !== 'WITH_LIST';
}
