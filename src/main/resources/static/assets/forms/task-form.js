// What the forms of user tasks have in common: load, save the draft, check, complete.

import { get, post, put, putBehind } from './api.js';
import { Checklist } from './checklist.js';
import { closeIn } from './closing.js';
import { Conflict, differences, same } from './conflict.js';
import { dates, el, fill, setValue, value } from './dom.js';
import { Draft } from './draft.js';
import { Kept, Recovery } from './kept.js';
import { Problems } from './problems.js';
import { checkBeforeSubmit, inChinese, saveButton, signedIn, whenClaimed } from './tasklist.js';

/** Stands for the whole draft where its places have no names that people know. */
const WHOLE = 'whole';

/**
 * Opens a task's form.
 * @param page.path the form's part of the task API
 * @param page.content the key of the draft in sheet and save
 * @param page.show lays the sheet out on the form
 * @param page.read the draft as it stands on the form
 * @param page.ready problems that only the browser knows, such as a file on its way
 * @param page.beside saves what is kept beside the draft, such as a long list, before it
 * @param page.saved told what the server answered to a saved draft
 * @param page.describe a place of the draft as people read it: (name, content) gives { label, text }; without it two
 *   versions that differ are offered as a whole
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
    this.checklist = new Checklist(this.root, this.problems);
    this.conflict = new Conflict(this.root);
    this.recovery = new Recovery(this.root);
    this.kept = new Kept(signedIn($scope), camForm.taskId);
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
      if (sheet.millisLeft !== undefined) {
        closeIn(this.root, sheet.millisLeft);
      }
      this.draft.start(sheet.version);
      this.agreed = sheet[this.page.content];
      this.unlock();
      this.conflict.hide();
      dates(this.root);
      this.root.querySelectorAll('[data-case]').forEach(link => { link.href = `/cases/${sheet.number}`; });
      this.tellWhose();
      this.say(sheet.savedAt ? lastSaved(sheet) : '内容将自动保存');
      this.root.classList.add('loaded');
      this.offer();
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
    const offline = () => this.say('网络已断开，可以继续填写，恢复后自动保存', 'alarm');
    const key = event => this.key(event);
    this.root.querySelector('[data-check]')?.addEventListener('click', () => this.look());
    const leave = () => this.leave();
    const ask = event => this.draft.pending && event.preventDefault();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    window.addEventListener('keydown', key);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', ask);
    $scope.$on('$destroy', () => {
      leave();
      this.draft.end();
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      window.removeEventListener('keydown', key);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', ask);
    });
  }

  claimed(claimed) {
    this.mine = claimed;
    this.unlock();
    this.tellWhose();
    this.offer();
  }

  // What somebody types before the draft is there, the draft would overwrite.
  unlock() {
    this.work.disabled = !(this.mine && this.sheet);
  }

  // What the server did not take waits in this window.
  keep() {
    this.kept.hold(this.draft.version, this.page.read(this.root));
  }

  leave() {
    if (!this.draft.pending) {
      return;
    }
    this.keep();
    if (!this.draft.stopped) {
      putBehind(`${this.path}/draft`, this.body(this.draft.version, this.page.read(this.root)))
        .then(saved => saved && this.kept.drop());
    }
  }

  offer() {
    const found = this.sheet && !this.work.disabled && !this.recovery.open && !this.draft.pending && this.kept.find();
    if (found && same(found.content, this.sheet[this.page.content])) {
      this.kept.drop();
    } else if (found) {
      this.recovery.show(() => this.restore(found), () => this.kept.drop());
    }
  }

  // Over the version it was typed on: what somebody has saved since is laid beside it.
  async restore({ version, content }) {
    await this.draft.flush().catch(() => {});
    this.sheet = { ...this.sheet, [this.page.content]: content };
    this.page.show(this.root, this.sheet, this);
    this.draft.start(version);
    this.agreed = undefined;
    this.draft.changed();
    this.draft.flush().catch(() => {});
  }

  // Whose task it is only the sheet tells: one that a colleague holds has no button to claim it.
  tellWhose() {
    const idle = !this.mine && this.sheet;
    this.root.querySelector('[data-unclaimed]').hidden = !idle || Boolean(this.sheet.holder);
    const held = this.root.querySelector('[data-held]');
    if (held) {
      held.hidden = !idle || !this.sheet.holder;
    }
  }

  /** Something on the form changed that no field tells, such as the order of a list; or this field, by a program. */
  changed(field) {
    field ? this.problems.mended(field) : this.problems.settle();
    this.draft.changed();
  }

  // Ctrl+S saves the draft; the browser's own "save page" would help nobody.
  key(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && this.root.isConnected) {
      event.preventDefault();
      this.root.contains(document.activeElement)
        && document.activeElement.dispatchEvent(new Event('change', { bubbles: true }));
      this.draft.flush().then(() => this.tell('saved', { savedAt: this.savedAt }), () => {});
    }
  }

  async save(version, content) {
    await this.page.beside?.();
    const saved = await put(`${this.path}/draft`, this.body(version, content));
    this.agreed = content;
    this.savedAt = saved.savedAt;
    this.page.saved?.(saved);
    return saved;
  }

  body(version, content) {
    return { version, [this.page.content]: content };
  }

  draftOf(sheet) {
    return { version: sheet.version, content: sheet[this.page.content] };
  }

  /** Asks what is missing without submitting. */
  async look() {
    try {
      await this.draft.flush();
      const found = [...this.page.ready?.() ?? [], ...await post(`${this.path}/check`)];
      this.problems.clear();
      this.problems.note(found);
      this.checklist.show(found);
    } catch (error) {
      if (!error.kind) {
        throw error;
      }
      if (error.kind !== 'stale') {
        this.problems.tell(error.kind === 'offline' ? '网络中断，未能检查。已填写的内容仍在本页，请恢复网络后再试。' : error.message);
      }
    }
  }

  /** What is handed in is what was checked: nothing is typed in between. */
  async check(again) {
    this.work.inert = true;
    const passed = await this.checked(again);
    this.work.inert = passed;
    return passed;
  }

  async checked(again) {
    this.checklist.hide();
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
    this.work.inert = false;
    this.problems.tell(inChinese(error) ?? '提交未成功，任务尚未办结，草稿已保存。请稍后重新提交；多次未成功的，请联系申报咨询。');
  }

  tell(state, detail) {
    this.unsaved(state === 'changed' || state === 'failed');
    switch (state) {
      case 'saving': return this.say('正在保存…');
      case 'saved':
        this.recovery.open || this.kept.drop();
        return this.say(`已保存 ${clock(detail.savedAt)}`);
      case 'failed': return this.sayFailed(detail);
      default: return undefined;
    }
  }

  sayFailed(error) {
    error.kind === 'gone' || this.keep();
    switch (error.kind) {
      case 'offline': return this.say('网络中断，内容尚未保存，可以继续填写，恢复后自动保存', 'alarm');
      case 'stale': return this.sayStale(error);
      case 'login':
      case 'refused':
      case 'gone': return this.say(error.message, 'alarm');
      default: return this.say('服务器暂时无法保存，正在重试', 'alarm');
    }
  }

  sayStale(error) {
    this.say('内容与另一窗口的保存冲突，请选择保留哪一份', 'alarm');
    this.compare().catch(() => this.say(error.message, 'alarm',
      el('button', { type: 'button', class: 'plain', onclick: () => this.load() }, '载入最新草稿')));
  }

  async compare() {
    const sheet = await get(this.path);
    const theirs = sheet[this.page.content];
    const rows = this.differences(this.page.read(this.root), theirs);
    const at = sheet.savedAt?.replace(/^\d+年/, '') ?? '';
    const who = sheet.savedBy ? `${sheet.savedBy}于${at}在其他窗口保存` : `其他窗口${at && `于${at}`}保存`;
    if (rows.length === 0) {
      this.adopt(sheet, theirs);
    } else {
      this.conflict.show(who, rows, taken => this.settle(sheet, taken));
    }
  }

  differences(mine, theirs) {
    const { describe } = this.page;
    return describe ? differences(mine, theirs, this.agreed, describe)
      : [{ name: WHOLE, label: '全部内容', mine: '本页现在的内容', theirs: '最新保存的内容', keep: 'mine' }];
  }

  settle(sheet, taken) {
    const mine = this.page.read(this.root);
    const theirs = sheet[this.page.content];
    this.adopt(sheet, taken.includes(WHOLE) ? theirs
      : { ...mine, ...Object.fromEntries(taken.map(name => [name, theirs[name]])) });
  }

  // What was chosen goes over the version that was shown; if that is old by now, it is asked again.
  adopt(sheet, content) {
    this.sheet = { ...sheet, [this.page.content]: content };
    this.page.show(this.root, this.sheet, this);
    this.draft.start(sheet.version);
    this.agreed = sheet[this.page.content];
    this.draft.changed();
    this.draft.flush().catch(() => {});
  }

  say(text, mood = '', ...more) {
    this.state.className = `save-state ${mood}`;
    this.state.replaceChildren(text, ...more);
  }

}

function lastSaved({ savedAt, savedBy }) {
  const at = savedAt.replace(/^\d+年/, '');
  return savedBy && savedBy !== '本人' ? `最近由 ${savedBy} 于 ${at} 保存` : `草稿保存于 ${at}`;
}

// The browser's clock may stand in another zone; a demo's day is another one.
function clock(savedAt) {
  return savedAt?.match(/\d\d:\d\d/)?.[0] ?? '';
}

/** All these fields of the form as text. */
export function readFields(root, names) {
  return Object.fromEntries(names.map(name => [name, value(root, name)]));
}

export function showFields(root, names, content) {
  names.forEach(name => setValue(root, name, content[name]));
}

/** Puts a decision into the completion, as every form does that decides; finds no problems itself. */
export function sendAnswers(camForm, answers) {
  const variables = camForm.variableManager;
  for (const [name, text] of Object.entries(answers)) {
    if (variables.variables[name]) {
      variables.destroyVariable(name);
    }
    variables.createVariable({ name, type: 'String', value: text });
  }
  return [];
}
