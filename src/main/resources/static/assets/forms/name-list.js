// 附名单: a grid that takes what is typed and pasted, and what an .xlsx holds.

import { get, newKey, put, upload } from './api.js';
import { el } from './dom.js';

const PAGE = 50;
const SHOWN = 10;

export class NameListDesk {

  /**
   * @param kind what the campaign says of the list
   * @param rows how many rows it has on the server
   * @param path its address in the task API
   * @param changed called when a row changes
   */
  constructor({ kind, rows }, path, changed) {
    Object.assign(this, { kind, path, changed, size: rows, page: 0, dirty: false });
    this.tally = el('span', { class: 'tally' });
    this.state = el('span', { class: 'hint', role: 'status' });
    this.panel = el('div', { class: 'import', hidden: true, role: 'status' });
    this.grid = el('div', { class: 'scroll' });
    this.pager = el('p', { class: 'pager' });
    this.faults = el('div', { class: 'faults' });
    this.body = el('details', {}, el('summary', {}, '填写名单'), this.tools(), this.panel, this.grid, this.pager, this.faults);
    this.body.addEventListener('toggle', () => this.body.open && this.load());
    this.place = el('div', { class: 'name-list', 'data-field': `list-${kind.key}` },
      el('h3', {}, kind.title, ' ', this.tally), this.body);
    this.expect(undefined);
  }

  tools() {
    const picker = el('input', { type: 'file', accept: '.xlsx', 'aria-label': `导入${this.kind.title}` });
    picker.addEventListener('change', () => {
      [...picker.files].forEach(file => this.preview(file));
      picker.value = '';
    });
    return el('p', { class: 'tools' },
      el('a', { href: `${this.path}/template` }, '下载模板'),
      el('label', { class: 'pick' }, picker, el('span', {}, '导入Excel')),
      el('button', { type: 'button', class: 'plain', onclick: () => this.add() }, '添加一行'),
      el('button', { type: 'button', class: 'plain', onclick: event => this.clear(event.target) }, '清空'),
      this.state);
  }

  /** How many rows the numbers of the form ask for; undefined while they say nothing. */
  expect(number) {
    this.wanted = number;
    this.tally.textContent = number === undefined ? `已填 ${this.size} 行` : `已填 ${this.size} 行，所填数字为 ${number}`;
    this.tally.classList.toggle('odd', number !== undefined && number !== this.size);
  }

  isComplete() {
    return this.wanted !== undefined && (this.size > 0 || this.wanted === 0);
  }

  /** What only this page knows of and stands against a submission. */
  waiting() {
    return this.stale ? [{ field: `list-${this.kind.key}`, clause: '',
      text: `“${this.kind.title}”与另一窗口的保存冲突，请先选择保留哪一份。` }] : [];
  }

  // Once: opening the list and adding a row ask for it at the same moment.
  load() {
    this.loading ??= this.fetch();
    return this.loading;
  }

  async fetch() {
    try {
      const { version, rows, faults } = await get(this.path);
      this.version = version;
      this.rows = rows;
      this.draw();
      this.tell(faults);
    } catch (error) {
      this.loading = undefined;
      this.say(error.message);
    }
  }

  draw() {
    this.size = this.rows.filter(filled).length;
    this.expect(this.wanted);
    const last = Math.max(0, Math.ceil(this.rows.length / PAGE) - 1);
    this.page = Math.min(this.page, last);
    const from = this.page * PAGE;
    const heads = ['序号', ...this.kind.columns.map(({ label }) => label), '操作'];
    const table = el('table', { class: 'official' },
      el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...this.rows.slice(from, from + PAGE).map((row, place) => this.line(row, from + place))));
    this.grid.replaceChildren(...this.kind.columns.filter(({ options }) => options.length).map(({ key, options }) =>
      el('datalist', { id: this.options(key) }, ...options.map(option => el('option', { value: option })))), table);
    const turn = (text, page, able) => el('button', { type: 'button', class: 'plain', disabled: !able,
      onclick: () => { this.page = page; this.draw(); } }, text);
    this.pager.replaceChildren(...(last ? [turn('上一页', this.page - 1, this.page > 0),
      ` 第${from + 1}至${Math.min(from + PAGE, this.rows.length)}行，共${this.rows.length}行 `,
      turn('下一页', this.page + 1, this.page < last)] : []));
  }

  options(key) {
    return `options-${this.kind.key}-${key}`;
  }

  line(row, number) {
    const cells = this.kind.columns.map(({ key, label, options }, place) => {
      const input = el('input', { type: 'text', 'aria-label': `第${number + 1}行 ${label}`, maxlength: 200,
        'data-cell': `${number}-${place}`, list: options.length ? this.options(key) : null });
      input.value = row[place] ?? '';
      input.addEventListener('input', () => this.type(number, place, input.value));
      input.addEventListener('paste', event => this.paste(event, number, place));
      return el('td', {}, input);
    });
    return el('tr', {}, el('td', { class: 'number' }, String(number + 1)), ...cells,
      el('td', {}, el('button', { type: 'button', class: 'plain', 'aria-label': `删除第${number + 1}行`,
        onclick: () => this.remove(number) }, '删除')));
  }

  type(row, column, text) {
    this.rows[row][column] = text;
    this.touch();
  }

  // Cells copied from a spreadsheet come with tabs and line ends.
  paste(event, row, column) {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!/[\t\n]/.test(text)) {
      return;
    }
    event.preventDefault();
    const heads = this.kind.columns.map(({ label }) => label).join();
    text.split('\n').map(line => line.split('\t').map(cell => cell.replace(/^"(.*)"$/, '$1').trim()))
      .filter(cells => cells.join() !== heads)
      .forEach((cells, down) => {
        const target = this.rows[row + down] ??= this.kind.columns.map(() => '');
        cells.slice(0, target.length - column).forEach((cell, right) => { target[column + right] = cell; });
      });
    this.touch();
    this.draw();
  }

  async add() {
    await this.load();
    this.rows.push(this.kind.columns.map(() => ''));
    this.page = Math.floor((this.rows.length - 1) / PAGE);
    this.draw();
    this.grid.querySelector(`[data-cell="${this.rows.length - 1}-0"]`)?.focus();
  }

  remove(row) {
    this.rows.splice(row, 1);
    this.touch();
    this.draw();
  }

  // Asked in place: a second click within the same button's reach clears.
  clear(button) {
    if (!button.dataset.sure) {
      button.dataset.sure = 'true';
      button.textContent = '确认清空';
      setTimeout(() => {
        delete button.dataset.sure;
        button.textContent = '清空';
      }, 4000);
      return;
    }
    this.take([]);
  }

  async take(rows) {
    await this.load();
    this.rows = rows;
    this.page = 0;
    this.panel.hidden = true;
    this.touch();
    this.draw();
  }

  touch() {
    this.dirty = true;
    this.size = this.rows.filter(filled).length;
    this.expect(this.wanted);
    this.changed();
  }

  /** Saves the rows if any of them has changed; one save at a time. */
  flush() {
    this.last = (this.last ?? Promise.resolve()).catch(() => {}).then(() => this.save());
    return this.last;
  }

  async save() {
    if (!this.dirty || this.stale) {
      return;
    }
    this.dirty = false;
    const sent = this.rows.map(row => [...row]);
    try {
      const { version, savedAt, faults } = await put(this.path, { version: this.version, rows: sent });
      this.version = version;
      this.say(`名单已保存 ${savedAt.match(/\d\d:\d\d/)?.[0] ?? ''}`);
      this.tell(faults);
    } catch (error) {
      this.dirty = true;
      if (error.kind === 'stale') {
        this.collide();
      } else if (error.kind === 'refused') {
        this.say(error.problems.map(({ text }) => text).join('') || error.message);
      } else {
        throw error;
      }
    }
  }

  // Another window saved the list first: the person says which one stays.
  async collide() {
    this.stale = true;
    const there = await get(this.path).catch(() => undefined);
    const settle = take => {
      this.stale = false;
      this.panel.hidden = true;
      this.version = there.version;
      if (take) {
        this.rows = there.rows;
        this.dirty = false;
        this.draw();
        this.tell(there.faults);
      } else {
        this.touch();
      }
    };
    this.ask(`名单已在另一窗口保存（${there?.rows.length ?? 0}行），本页的${this.size}行尚未保存。请选择保留哪一份。`,
      ['保留本页的名单', () => settle(false)], ['采用另一窗口的名单', () => settle(true)]);
  }

  async preview(file) {
    this.body.open = true;
    await this.load();
    this.ask(`正在读取“${file.name}”…`);
    try {
      const { rows, problems, count } = await upload(`${this.path}/preview`, file, newKey(), () => {}).done;
      if (count) {
        this.refuse(file, problems, count);
      } else {
        this.offer(file, rows);
      }
    } catch (error) {
      this.ask(`“${file.name}”未能导入，原有名单没有改动。${error.problems?.map(({ text }) => text).join('') || error.message}`,
        ['知道了', () => { this.panel.hidden = true; }]);
    }
  }

  refuse(file, problems, count) {
    this.ask(`“${file.name}”有 ${count} 处需要修改，未导入，原有名单没有改动。请在文件中修改后重新导入。`,
      ['知道了', () => { this.panel.hidden = true; }]);
    this.panel.append(table(['单元格', '行', '列', '问题'], problems.map(({ cell, line, column, text }) =>
      [cell, String(line), column, text])),
    ...(count > problems.length ? [el('p', { class: 'hint' }, `只列出前 ${problems.length} 处。`)] : []));
  }

  offer(file, rows) {
    const there = this.rows.filter(filled);
    this.ask(`“${file.name}”共 ${rows.length} 行，没有发现问题，请核对后采用：`,
      [there.length ? `采用，替换现有 ${there.length} 行` : '采用', () => this.take(rows)],
      ...(there.length ? [['添加在现有名单之后', () => this.take([...there, ...rows])]] : []),
      ['取消', () => { this.panel.hidden = true; }]);
    this.panel.append(table(['序号', ...this.kind.columns.map(({ label }) => label)],
      rows.slice(0, SHOWN).map((row, place) => [String(place + 1), ...row])),
    ...(rows.length > SHOWN ? [el('p', { class: 'hint' }, `只列出前 ${SHOWN} 行。`)] : []));
  }

  ask(text, ...answers) {
    this.panel.replaceChildren(el('p', {}, text), el('p', { class: 'tools' }, ...answers.map(([label, action]) =>
      el('button', { type: 'button', class: 'plain', onclick: action }, label))));
    this.panel.hidden = false;
    this.panel.scrollIntoView({ block: 'nearest' });
  }

  tell({ shown, count }) {
    this.faults.replaceChildren(...(count ? [el('p', {}, `名单中有 ${count} 处需要修改：`),
      el('ol', {}, ...shown.slice(0, SHOWN).map(({ row, column, text }) => el('li', {},
        el('button', { type: 'button', class: 'jump', onclick: () => this.lead(row, column) }, `第${row + 1}行${text}`))))] : []));
  }

  lead(row, column) {
    this.page = Math.floor(row / PAGE);
    this.draw();
    this.grid.querySelector(`[data-cell="${row}-${column}"]`)?.focus();
  }

  say(text) {
    this.state.textContent = text;
  }

}

function filled(row) {
  return row.some(cell => cell.trim());
}

function table(heads, rows) {
  return el('div', { class: 'scroll' }, el('table', { class: 'official' },
    el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map(cell => el('td', {}, cell)))))));
}
