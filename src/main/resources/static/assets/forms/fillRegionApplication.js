// 附件2 成效突出地区申报表.

import { choice, el, setValue, value } from './dom.js';
import { Files } from './files.js';
import { NameListDesk } from './name-list.js';
import { Parts } from './parts.js';
import { openTask } from './task-form.js';
import { wordCount } from './word-count.js';

const CONFIRMATIONS = 'confirmations';
const PROOF = 'measures';

export function start(camForm, $scope) {
  const page = new RegionPage(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'region-form',
    content: 'form',
    show: (root, sheet, task) => page.show(root, sheet, task),
    read: root => page.read(root),
    ready: () => page.ready(),
    beside: () => page.saveLists(),
    describe: (name, content) => page.describe(name, content)
  });
}

class RegionPage {

  constructor(taskId) {
    this.base = `/api/tasks/${taskId}`;
  }

  show(root, sheet, task) {
    this.sheet = sheet;
    root.querySelector('[data-returned]').hidden = !sheet.returnedReason;
    this.confirmed = task.problems.confirmed;
    this.confirmed.clear();
    sheet.form[CONFIRMATIONS].split(' ').filter(Boolean).forEach(key => this.confirmed.add(key));
    if (!this.root) {
      this.root = root;
      this.lay(task);
    }
    Object.entries(sheet.form).forEach(([name, text]) => setValue(root, name, text));
    this.files.forEach(files => files.show(sheet[files.place.dataset.files]));
    this.follow();
  }

  /** What the application and the campaign fix: once. */
  lay(task) {
    this.banner();
    this.units();
    this.answers();
    this.directions();
    this.sentences();
    this.areas();
    this.sections();
    this.lists = this.sheet.lists.map(list => new NameListDesk(list, `${this.base}/region-form/lists/${list.kind.key}`,
      () => task.changed()));
    this.root.querySelector('[data-lists]').replaceChildren(...this.lists.map(list => list.place));
    this.files = [...this.root.querySelectorAll('[data-files]')].map(place =>
      new Files(place, `${this.base}/files/${place.dataset.files}`, () => this.follow()));
    this.parts = new Parts(this.root, task.problems);
    this.root.addEventListener('input', () => this.follow());
    this.root.addEventListener('change', () => this.follow());
  }

  banner() {
    const { daysLeft } = this.sheet;
    this.root.querySelector('[data-left]').textContent = daysLeft > 0 ? `（还剩${daysLeft}天）` : '（今天截止）';
    this.root.querySelector('[data-preview]').href = `${this.base}/region-form/preview`;
    this.root.querySelector('[data-summary]').href = `${this.base}/region-form/summary`;
  }

  /** Of two units each has its lines, its table and its promise. */
  units() {
    for (const selector of ['[data-cover-unit]', '[data-unit]', '[data-promise]']) {
      const first = this.root.querySelector(selector);
      let last = first;
      this.sheet.unitNames.forEach((name, place) => {
        const unit = place ? copy(first, place) : first;
        unit.querySelector('[data-unit-name]').textContent = name;
        if (place) {
          last.after(unit);
          last = unit;
        }
      });
    }
    [...this.root.querySelectorAll('[data-cover-unit] .title')].slice(1).forEach(title => { title.textContent = ''; });
  }

  answers() {
    const cells = this.sheet.questions.map(({ key, label }) => {
      const name = `answer-${key}`;
      return [el('th', { scope: 'row', colspan: 3, id: `${name}Label` }, label), el('td', { 'data-field': name },
        el('div', { class: 'choices levels', role: 'radiogroup', 'aria-labelledby': `${name}Label` },
          ...['是', '否'].map(answer => choice('radio', name, answer, answer))))];
    });
    this.root.querySelector('[data-answers]').replaceChildren(...cells.map(pair => el('tr', {}, ...pair)));
  }

  directions() {
    this.root.querySelector('[data-directions]').replaceChildren(...this.sheet.directions.map(({ code, label }) =>
      el('li', {}, `${code === this.sheet.direction ? '■' : '□'}${label}`)));
  }

  shown(part) {
    return !part || this.sheet.directions.find(({ code }) => code === this.sheet.direction).parts.includes(part);
  }

  sentences() {
    this.totals = [];
    const blocks = this.sheet.blocks.filter(({ part }) => this.shown(part)).map(({ title, rows }) =>
      el('div', {}, el('h3', { 'data-part': title }, title), ...rows.flatMap(row => this.row(row))));
    this.root.querySelector('[data-sentences]').replaceChildren(...blocks);
  }

  row({ sentence, numbers, total }) {
    const pieces = sentence.split(/\{(\w+)\}/);
    const line = el('p', { class: 'sentence' }, ...pieces.map((piece, place) =>
      place % 2 ? this.blank(numbers.find(({ key }) => key === piece)) : piece));
    if (!total) {
      return [line];
    }
    const place = el('p', { class: 'total', role: 'status' });
    this.totals.push({ total, place });
    return [line, place];
  }

  blank({ key, label, measures }) {
    const name = `number-${key}`;
    const number = el('span', { class: 'blank', 'data-field': name },
      el('input', { type: 'text', name, inputmode: 'decimal', maxlength: 60, 'aria-label': label }));
    if (!measures.length) {
      return number;
    }
    return el('span', {}, number, el('span', { class: 'blank', role: 'radiogroup', 'aria-label': `${label}的单位`,
      'data-field': `measure-${key}` }, ...measures.flatMap((measure, place) => [place ? '/' : null,
      choice('radio', `measure-${key}`, measure, measure)])));
  }

  areas() {
    const { areas } = this.sheet;
    this.root.querySelector('[data-task-count]').textContent = areas.reduce((sum, { tasks }) => sum + tasks.length, 0);
    this.root.querySelector('[data-areas]').replaceChildren(...areas.map(({ name, tasks }) =>
      el('li', {}, `${name}：${tasks.join('；')}。`)));
  }

  sections() {
    this.root.querySelector('[data-sections]').replaceChildren(
      ...this.sheet.sections.filter(({ part }) => this.shown(part)).map(section => this.section(section)));
  }

  section({ key, heading, label, guidance, proof }) {
    const name = `section-${key}`;
    const title = heading ? el('h3', label ? { 'data-part': label } : {}, heading) : null;
    const words = guidance ? el('p', heading ? { class: 'guidance', id: `${name}Hint` }
      : { class: 'guidance', id: `${name}Hint`, 'data-part': label }, guidance) : null;
    if (!label) {
      return el('div', {}, title);
    }
    return el('div', {}, title, words, el('div', { 'data-field': name },
      el('textarea', { name, rows: 8, class: 'long', 'aria-label': label,
        ...(guidance ? { 'data-hint': `${name}Hint`, 'aria-describedby': `${name}Hint` } : {}) }),
      el('div', { class: 'counter', 'data-counter': name })), proof ? this.proof(label) : null);
  }

  /** The same desk as for all other evidence, under its own purpose. */
  proof(label) {
    const place = copy(this.root.querySelector('[data-files="evidence"]'), 0);
    place.dataset.files = PROOF;
    place.dataset.field = PROOF;
    const input = place.querySelector('input[type=file]');
    input.id = PROOF;
    input.removeAttribute('aria-labelledby');
    input.setAttribute('aria-label', `${label}的证明材料`);
    input.setAttribute('aria-describedby', 'proofHint');
    place.querySelector('.hint').id = 'proofHint';
    return el('div', {}, el('p', { class: 'proof' }, '证明材料（必需）：相关文件、案例或数据等'), place);
  }

  /** Everything on the sheet that depends on something else. */
  follow() {
    for (const { total, place } of this.totals) {
      const sum = this.sum(total.of);
      place.textContent = `${total.label} ${sum ?? '—'} ${total.unit}`;
    }
    this.root.querySelectorAll('[data-counter]').forEach(counter => {
      counter.textContent = `已填 ${wordCount(value(this.root, counter.dataset.counter))} 字`;
    });
    this.lists.forEach(list => list.expect(this.sum(list.kind.counts)));
    this.parts.show(this.sheet.fields.map(field => ({ ...field, filled: this.isFilled(field) })));
  }

  isFilled({ key, kind }) {
    const list = this.lists.find(({ kind: { key: name } }) => key === `list-${name}`);
    return list ? list.isComplete()
      : kind === 'BESIDE' ? this.files.some(({ place, files }) => place.dataset.files === key && files.length > 0)
        : Boolean(value(this.root, key).trim());
  }

  sum(keys) {
    const numbers = keys.map(key => numberOf(value(this.root, `number-${key}`)));
    return numbers.includes(undefined) ? undefined : numbers.reduce((sum, number) => sum + number, 0);
  }

  /** In the order of the sheet. */
  read(root) {
    return Object.fromEntries(Object.keys(this.sheet.form).map(name =>
      [name, name === CONFIRMATIONS ? [...this.confirmed].join(' ') : value(root, name)]));
  }

  saveLists() {
    return Promise.all(this.lists.map(list => list.flush()));
  }

  /** A field as people read it. */
  describe(name, content = '') {
    const label = this.sheet.fields.find(({ key }) => key === name)?.label ?? '已核对的提示';
    return { label, text: name === CONFIRMATIONS ? `${content.split(' ').filter(Boolean).length} 项`
      : content === 'true' ? '是' : content };
  }

  ready() {
    const waiting = this.files.filter(files => files.busy()).map(({ place }) =>
      ({ field: place.dataset.field, text: '证明材料仍在上传，请等上传完成后再提交。', clause: '' }));
    return [...waiting, ...this.lists.flatMap(list => list.waiting())];
  }

}

/** A copy for another unit: keys and references end in its place. */
function copy(element, place) {
  const twin = element.cloneNode(true);
  for (const node of [twin, ...twin.querySelectorAll('*')]) {
    for (const { name, value: text } of [...node.attributes]) {
      if (text.endsWith('-0')) {
        node.setAttribute(name, text.replace(/-0$/, `-${place}`));
      }
    }
  }
  return twin;
}

/** What the server would read; undefined for nothing and for what is no number. */
function numberOf(typed) {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}
