// What could not be saved, kept in this window alone until its author comes back: a login may end while somebody types.

import { el } from './dom.js';

const PREFIX = 'huhang-unsaved/';

/** Unsaved content of one task and one person, in the storage that only this window reads and that ends with it. */
export class Kept {

  constructor(userId, taskId) {
    this.key = userId && `${PREFIX}${userId}/${taskId}`;
    forgetOthers(userId);
  }

  hold(version, content) {
    try {
      this.key && sessionStorage.setItem(this.key, JSON.stringify({ version, content }));
    } catch {
      // Too large for the browser: the question before leaving remains.
    }
  }

  find() {
    return this.key ? JSON.parse(sessionStorage.getItem(this.key)) : null;
  }

  drop() {
    this.key && sessionStorage.removeItem(this.key);
  }

}

// Whoever sits here now sees nothing of whoever sat here before.
function forgetOthers(userId) {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(PREFIX) && !(userId && key.startsWith(`${PREFIX}${userId}/`)))
    .forEach(key => sessionStorage.removeItem(key));
}

/** Offers what was kept. */
export class Recovery {

  /** @param root the form; the offer stands above its fields */
  constructor(root) {
    this.panel = el('section', { class: 'conflict', 'data-recovery': '', role: 'status', hidden: true });
    root.querySelector('[data-problems]').after(this.panel);
  }

  get open() {
    return !this.panel.hidden;
  }

  show(restore, discard) {
    const button = (text, action) => el('button', { type: 'button', class: 'plain', onclick: () => {
      this.panel.hidden = true;
      action();
    } }, text);
    this.panel.replaceChildren(
      el('h2', {}, '发现未保存的内容'),
      el('p', {}, '上次填写时登录失效或网络中断，最后的改动没有保存，只保留在本窗口。恢复后自动保存；放弃的不再保留。'),
      el('p', { class: 'actions' }, button('恢复', restore), button('放弃', discard)));
    this.panel.hidden = false;
  }

}
