// The sealed paper goes in: print, seal, sign, scan, declare; or back to the form.

import { el, link, value } from './dom.js';
import { Files } from './files.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['choice', 'coverSeal', 'declarationSeal', 'signature', 'pagingSeal', 'truthful'];

export function start(camForm, $scope) {
  let scan;
  let confirmed = new Set();
  let printed = 0;
  return openTask(camForm, $scope, {
    path: 'case-sealing',
    content: 'sealing',
    show(root, sheet, task) {
      ({ confirmed } = task.problems);
      confirmed.clear();
      sheet.sealing.confirmations.forEach(key => confirmed.add(key));
      printed = sheet.printedPages;
      showFields(root, FIELDS, sheet.sealing);
      root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
      if (!scan) {
        const place = root.querySelector('[data-files]');
        scan = new Files(place, `/api/tasks/${camForm.taskId}/files/scan`,
          files => count(root, files, printed));
        root.addEventListener('change', () => follow(root));
      }
      scan.show(sheet.scans);
      count(root, sheet.scans, printed);
      follow(root);
    },
    read: root => ({ ...readFields(root, FIELDS), confirmations: [...confirmed] }),
    ready: () => (scan.busy() ? [{ field: 'scan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : [])
  });
}

// A PDF takes the place of pictures on the server, and pictures of a PDF.
function count(root, files, printed) {
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const place = root.querySelector('[data-pages]');
  place.textContent = files.length && printed ? `扫描件共${pages}页，应打印的合订本共${printed}页。` : '';
  place.classList.toggle('over', Boolean(files.length) && printed > 0 && pages !== printed);
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
