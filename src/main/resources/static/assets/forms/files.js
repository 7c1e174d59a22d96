// Upload with progress, the list of what is there, and taking away.

import { get, newKey, remove, upload } from './api.js';
import { el, link } from './dom.js';

/** Files of one purpose of a task; a scan is one file, evidence are many. */
export class Files {

  /**
   * @param place element with data-files, in it the picker and the list
   * @param path address of the purpose in the task API
   * @param changed called with the files after each change
   */
  constructor(place, path, changed = () => {}) {
    Object.assign(this, { place, path, changed });
    this.picker = place.querySelector('input[type=file]');
    this.list = place.querySelector('[data-list]');
    this.queue = place.querySelector('[data-queue]');
    this.next = Promise.resolve();
    this.waiting = 0;
    this.accept(place, this.picker, file => this.send(file));
  }

  show(files) {
    this.files = files;
    const single = this.list.tagName === 'UL';
    this.list.replaceChildren(...files.map((file, index) => (single ? this.line(file) : this.row(file, index))));
    const table = this.list.closest('table');
    if (table) {
      table.hidden = files.length === 0;
    }
    this.place.classList.toggle('has-files', files.length > 0);
  }

  /** Whether a file is still on its way. */
  busy() {
    return this.waiting > 0;
  }

  /** Takes files from this picker and those dropped on its place. */
  accept(place, picker, send) {
    picker.addEventListener('change', () => {
      [...picker.files].forEach(send);
      picker.value = '';
    });
    place.addEventListener('dragover', event => {
      if (event.dataTransfer.types.includes('Files')) {
        event.preventDefault();
      }
    });
    place.addEventListener('drop', event => {
      if (event.dataTransfer.files.length && !picker.matches(':disabled')) {
        event.preventDefault();
        const dropped = [...event.dataTransfer.files];
        (picker.multiple ? dropped : dropped.slice(0, 1)).forEach(send);
        // The form hears of it as of a file that was picked.
        picker.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
  }

  // One after the other, so that the list keeps the order in which they were chosen.
  /**
   * @param target.queue where the upload is shown
   * @param target.added called with the file before it is listed
   */
  send(file, key = newKey(), target = { queue: this.queue, added() {} }) {
    const bar = el('progress', { max: 1, value: 0, 'aria-label': `上传进度 ${file.name}` });
    const state = el('span', { class: 'state' }, '等待上传');
    const actions = el('span', { class: 'actions' });
    const line = el('li', {}, el('span', { class: 'name' }, file.name), bar, state, actions);
    target.queue.append(line);
    this.waiting++;
    this.next = this.next.then(() => this.transfer(file, key, target, { line, bar, state, actions }))
      .finally(() => this.waiting--);
  }

  async transfer(file, key, target, { line, bar, state, actions }) {
    const running = upload(this.path, file, key, share => {
      bar.value = share;
      state.textContent = share < 1 ? `${Math.floor(share * 100)}%` : '正在检查';
    });
    actions.append(el('button', { type: 'button', class: 'plain', onclick: running.abort }, '取消'));
    try {
      const added = await running.done;
      line.remove();
      target.added(added);
      this.show(this.picker.multiple ? await this.after(added) : [added]);
      this.changed(this.files);
    } catch (error) {
      bar.remove();
      line.classList.add('failed');
      state.setAttribute('role', 'alert');
      state.textContent = error.problems?.map(problem => problem.text).join('') || error.message;
      const again = el('button', { type: 'button', class: 'plain' }, '重试');
      again.addEventListener('click', () => {
        line.remove();
        this.send(file, key, target);
      });
      const dismiss = el('button', { type: 'button', class: 'plain', onclick: () => line.remove() }, '移除');
      actions.replaceChildren(...(error.kind === 'refused' ? [dismiss] : [again, dismiss]));
    }
  }

  // A list page by page may have lost what the new file takes the place of.
  async after(added) {
    return this.list.tagName === 'UL' ? get(this.path).catch(() => [...this.files, added]) : [...this.files, added];
  }

  row(file, index) {
    return el('tr', {},
      el('td', { class: 'number' }, String(index + 1)),
      el('td', {}, link(file.link, file.name)),
      el('td', { class: 'number' }, file.pages ? String(file.pages) : '—'),
      el('td', { class: 'number' }, file.sizeText),
      el('td', { class: 'digest', title: file.sha256 }, file.sha256.slice(0, 12)),
      el('td', {}, this.deletion(file)));
  }

  line(file) {
    return el('li', {}, link(file.link, file.name),
      el('span', { class: 'facts' }, [file.pages ? `${file.pages}页` : '', file.sizeText,
        `SHA-256 ${file.sha256.slice(0, 12)}`].filter(Boolean).join('　')),
      this.deletion(file));
  }

  deletion(file) {
    const button = el('button', { type: 'button', class: 'plain', 'aria-label': `删除 ${file.name}` }, '删除');
    button.addEventListener('click', () => this.confirmDeletion(button, file));
    return button;
  }

  // Asked in place: a second click within the same button's reach deletes.
  async confirmDeletion(button, file) {
    if (!button.dataset.sure) {
      button.dataset.sure = 'true';
      button.textContent = '确认删除';
      setTimeout(() => {
        delete button.dataset.sure;
        button.textContent = '删除';
      }, 4000);
      return;
    }
    button.disabled = true;
    try {
      await remove(`${this.path}/${file.id}`);
      this.show(this.files.filter(other => other.id !== file.id));
      this.changed(this.files);
    } catch (error) {
      button.disabled = false;
      button.textContent = error.kind === 'offline' ? '网络中断，请重试' : '删除未成功，请重试';
    }
  }

}
