// The sealed paper goes in: print, seal, sign, scan, declare; or back to the form.

import { el, link, value } from './dom.js';
import { Files } from './files.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['choice', 'coverSeal', 'declarationSeal', 'signature', 'pagingSeal', 'truthful'];

export function start(camForm, $scope) {
  let scan;
  return openTask(camForm, $scope, {
    path: 'case-sealing',
    content: 'sealing',
    show(root, sheet) {
      showFields(root, FIELDS, sheet.sealing);
      root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
      if (!scan) {
        const place = root.querySelector('[data-files]');
        scan = new Files(place, `/api/tasks/${camForm.taskId}/files/scan`);
        root.addEventListener('change', () => follow(root));
      }
      scan.show(sheet.scan ? [sheet.scan] : []);
      follow(root);
    },
    read: root => readFields(root, FIELDS),
    ready: () => (scan.busy() ? [{ field: 'scan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : [])
  });
}

function follow(root) {
  const revising = value(root, 'choice') === 'REVISE';
  root.querySelector('[data-filing]').hidden = revising;
  root.querySelector('[data-revising]').hidden = !revising;
}

/** A generated document to download. */
export function documentLine(file) {
  return el('li', {}, link(file.link, file.name),
    el('span', { class: 'facts' }, [file.pages ? `${file.pages}页` : '', file.sizeText].filter(Boolean).join('　')));
}
