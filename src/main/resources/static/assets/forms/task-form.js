// What the forms of user tasks have in common: load, save the draft, check, complete.

import { get, post, put, putBehind } from './api.js';
import { dates, el, fill, setValue, value } from './dom.js';
import { Draft } from './draft.js';
import { Problems } from './problems.js';
import { checkBeforeSubmit, inChinese, saveButton, whenClaimed } from './tasklist.js';

/**
 * Opens a task's form.
 * @param page.path the form's part of the task API
 * @param page.content the key of the draft in sheet and save
 * @param page.show lays the sheet out on the form
 * @param page.read the draft as it stands on the form
 * @param page.ready problems that only the browser knows, such as a file on its way
 */
export async function openTask(camForm, $scope, page) {
  const form = new TaskForm(camForm, $scope, page);
  await form.load();
}

class TaskForm {

  constructor(camForm, $scope, page) {
    this.root = camForm.formElement[0];
    this.page = page;
    this.base = `/api/tasks/${camForm.taskId}`;
    this.path = `${this.base}/${page.path}`;
    this.work = this.root.querySelector('[data-work]');
    this.state = this.root.querySelector('[data-state]');
    this.problems = new Problems(this.root);
    this.unsaved = saveButton(camForm, $scope, () => this.draft.flush().catch(() => {}));
    this.draft = new Draft({
      save: (version, content) => this.save(version, content),
      read: () => page.read(this.root),
      peek: async () => this.draftOf(await get(this.path)),
      tell: (state, detail) => this.tell(state, detail)
    });
    whenClaimed($scope, claimed => this.claimed(claimed));
    checkBeforeSubmit(camForm, $scope, again => this.check(again), error => this.refused(error));
    this.listen($scope);
  }

  async load() {
    try {
      const sheet = await get(this.path);
      this.sheet = sheet;
      fill(this.root, sheet);
      this.page.show(this.root, sheet, this);
      this.draft.start(sheet.version);
      dates(this.root);
      this.root.querySelectorAll('[data-case]').forEach(link => { link.href = `/cases/${sheet.number}`; });
      this.tellWhose();
      this.say(sheet.savedAt ? lastSaved(sheet) : '内容将自动保存');
      this.root.classList.add('loaded');
    } catch (error) {
      if (!error.kind) {
        throw error;
      }
      this.problems.tell(error.message);
    }
  }

  listen($scope) {
    for (const event of ['input', 'change']) {
      this.root.addEventListener(event, ({ target }) => target.type !== 'file' && this.draft.changed());
    }
    this.root.addEventListener('focusout', () => this.draft.dirty && this.draft.flush().catch(() => {}));
    const online = () => this.draft.dirty && this.draft.flush().catch(() => {});
    const leave = () => {
      if (this.draft.dirty && !this.draft.stopped) {
        putBehind(`${this.path}/draft`, this.body(this.draft.version, this.page.read(this.root)));
      }
    };
    window.addEventListener('online', online);
    window.addEventListener('pagehide', leave);
    $scope.$on('$destroy', () => {
      leave();
      this.draft.end();
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', leave);
    });
  }

  claimed(claimed) {
    this.work.disabled = !claimed;
    this.tellWhose();
  }

  // Whose task it is only the sheet tells: one that a colleague holds has no button to claim it.
  tellWhose() {
    const idle = this.work.disabled && this.sheet;
    this.root.querySelector('[data-unclaimed]').hidden = !idle || Boolean(this.sheet.holder);
    const held = this.root.querySelector('[data-held]');
    if (held) {
      held.hidden = !idle || !this.sheet.holder;
    }
  }

  /** Something on the form changed that no field tells, such as the order of a list. */
  changed() {
    this.draft.changed();
  }

  async save(version, content) {
    const saved = await put(`${this.path}/draft`, this.body(version, content));
    return typeof saved === 'number' ? { version: saved } : saved;
  }

  body(version, content) {
    return { version, [this.page.content]: content };
  }

  draftOf(sheet) {
    return { version: sheet.version, content: sheet[this.page.content] };
  }

  async check(again) {
    try {
      const waiting = this.page.ready?.() ?? [];
      await this.draft.flush();
      const problems = [...waiting, ...await post(`${this.path}/check`)];
      if (problems.length) {
        this.problems.show(problems);
        return false;
      }
      this.problems.clear();
      return true;
    } catch (error) {
      if (!error.kind) {
        throw error;
      }
      // The task may be gone because the submission went through and only its answer was lost.
      if (again && error.kind === 'gone') {
        return true;
      }
      this.problems.tell(error.kind === 'offline' ? '网络中断，尚未提交。已填写的内容仍在本页，请恢复网络后重新提交。' : `尚未提交。${error.message}`);
      return false;
    }
  }

  refused(error) {
    this.problems.tell(inChinese(error) ?? '提交未成功，任务尚未办结，草稿已保存。请稍后重新提交；多次未成功的，请联系申报咨询。');
  }

  tell(state, detail) {
    this.unsaved(state === 'changed' || state === 'failed');
    switch (state) {
      case 'saving': return this.say('正在保存…');
      case 'saved': return this.say(`草稿已自动保存 ${clock(detail.savedAt)}`);
      case 'failed': return this.sayFailed(detail);
      default: return undefined;
    }
  }

  sayFailed(error) {
    switch (error.kind) {
      case 'offline': return this.say('网络中断，内容未保存，正在重试', 'alarm');
      case 'stale': return this.say(error.message, 'alarm', this.reloadButton());
      case 'login':
      case 'gone': return this.say(error.message, 'alarm');
      default: return this.say('服务器暂时无法保存，正在重试', 'alarm');
    }
  }

  reloadButton() {
    return el('button', { type: 'button', class: 'plain', onclick: () => this.load() }, '载入最新草稿');
  }

  say(text, mood = '', ...more) {
    this.state.className = `save-state ${mood}`;
    this.state.replaceChildren(text, ...more);
  }

}

function lastSaved({ savedAt, savedBy }) {
  const at = savedAt.replace(/^\d+年/, '');
  return savedBy ? `最近由 ${savedBy} 于 ${at} 保存` : `草稿保存于 ${at}`;
}

function clock(savedAt) {
  return savedAt?.match(/\d\d:\d\d/)?.[0]
    ?? new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** All these fields of the form as text. */
export function readFields(root, names) {
  return Object.fromEntries(names.map(name => [name, value(root, name)]));
}

export function showFields(root, names, content) {
  names.forEach(name => setValue(root, name, content[name]));
}
