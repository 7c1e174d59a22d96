// The scans of sealed paper: a place for each, and what the server has read in it.

import { get } from './api.js';
import { el } from './dom.js';
import { Files } from './files.js';

export class PaperScans {

  /** @param path the form's part of the task API */
  constructor(taskId, path) {
    Object.assign(this, { taskId, path: `/api/tasks/${taskId}/${path}/scans` });
    this.rows = new Map();
  }

  /** Forgets the places that are laid out anew. */
  forget(fields) {
    fields.forEach(field => this.rows.delete(field));
  }

  /** A place to upload the scan of this paper. */
  place(field, called, scan) {
    const place = el('div', { 'data-field': field, 'data-files': '' },
      el('div', { class: 'drop' },
        el('label', { class: 'pick' },
          el('input', { type: 'file', accept: '.pdf,.jpg,.jpeg,.png', 'aria-label': `上传${called}的盖章扫描件` }),
          el('span', {}, '选择文件')),
        el('span', { class: 'hint' }, '盖章扫描件')),
      el('ul', { 'data-queue': '' }), el('ul', { 'data-list': '' }));
    this.show(place, field, scan);
    return place;
  }

  /** Shows what is uploaded in a place that the form has. */
  show(place, field, scan) {
    if (!this.rows.has(field)) {
      const said = el('p', { class: 'said', role: 'status' });
      place.append(said);
      this.rows.set(field, { said, files: new Files(place, `/api/tasks/${this.taskId}/files/${field}`, () => this.ask()) });
    }
    this.rows.get(field).files.show(scan ? [scan] : []);
  }

  busy() {
    return [...this.rows.values()].some(({ files }) => files.busy());
  }

  // One file may speak for or against another: all of them are told anew.
  async ask() {
    this.tell(await get(this.path).catch(() => []));
  }

  tell(lines) {
    const found = new Map(lines.map(line => [line.field, line]));
    this.rows.forEach(({ said }, field) => {
      said.textContent = found.get(field)?.text ?? '';
      said.classList.toggle('over', Boolean(found.get(field)?.alarm));
    });
  }

}
