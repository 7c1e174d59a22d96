// What the forms that count paper have in common: every item is counted; a reader gun leads to the item that a page
// belongs to.

import { post } from './api.js';
import { el, fill, value } from './dom.js';
import { openTask, readFields, showFields } from './task-form.js';

const FIELDS = ['outcome', 'receivedOn'];

/**
 * Opens a form that counts paper.
 * @param path the form's part of the task API
 * @param page what is on the form, a PaperPage
 */
export function openPaper(camForm, $scope, path, page) {
  page.path = `/api/tasks/${camForm.taskId}/${path}/page`;
  return openTask(camForm, $scope, {
    path,
    content: 'paper',
    show: (root, sheet, form) => page.show(root, sheet, form),
    read: root => page.read(root),
    saved: saved => page.tell(saved.missing)
  });
}

export class PaperPage {

  /** How people call who has sent the paper. */
  sender = '推荐单位';

  show(root, sheet, form) {
    this.root = root;
    this.sheet = sheet;
    this.form = form;
    this.before = new Set(sheet.rounds.at(-1)?.items ?? []);
    root.querySelector('[data-dispatched]').hidden = !sheet.dispatched;
    fill(root, { receivedLabel: sheet.round > 1 ? '收到补齐材料的日期' : '收到日期' });
    this.earlier();
    showFields(root, [...FIELDS, 'remark'], sheet.paper);
    root.querySelector('[data-rows]').replaceChildren(...sheet.rows.map(row => this.row(row)));
    if (!this.watching) {
      this.watching = true;
      this.watch();
    }
    this.follow();
    this.tell(sheet.missing);
    this.arrive();
  }

  watch() {
    const { root } = this;
    root.addEventListener('change', () => this.follow());
    root.querySelector('[data-sift]')?.addEventListener('change', () => this.sift());
    root.querySelector('[data-all]')?.addEventListener('click', () => this.completeAll());
    const page = root.querySelector('[data-page]');
    page.disabled = false;
    // A gun ends what it types with Enter, which must not submit anything.
    page.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.scan(event.target);
      }
    });
  }

  earlier() {
    const { rounds } = this.sheet;
    this.root.querySelector('[data-earlier]').hidden = rounds.length === 0;
    this.root.querySelector('[data-before]')?.toggleAttribute('hidden', this.before.size === 0);
    this.root.querySelector('[data-rounds]').replaceChildren(...rounds.map(line => el('li', {},
      el('p', {}, `第${line.round}次登记：${line.result}。${line.by}。`),
      el('ul', {}, ...line.missing.map(sentence => el('li', {}, sentence))),
      line.supplied ? el('p', {}, line.supplied) : null)));
  }

  row(row) {
    const count = this.sheet.paper.counts.find(found => found.key === row.key) ?? {};
    const missed = this.sheet.rounds.at(-1)?.missing[[...this.before].indexOf(row.key)];
    return el('section', { class: 'paper', 'data-item': row.key, 'data-field': `item-${row.key}`, tabindex: '-1' },
      el('div', { class: 'head' },
        el('h3', {}, `${row.rank ? `${row.rank}. ` : ''}${row.title}`),
        el('span', { class: 'mark', 'data-mark': '' }),
        el('button', { type: 'button', class: 'plain', 'data-complete': '', onclick: () => this.complete([row]) }, '全部齐全')),
      el('p', { class: 'facts' }, [row.unitName, row.number, `第${row.revision}版`, `内容指纹 ${row.fingerprint}`]
        .filter(Boolean).join('　')),
      missed ? el('p', { class: 'correction' }, `上次：${clauses(row, missed)}`) : null,
      row.exemption ? el('p', {}, row.exemption) : this.counting(row, count));
  }

  counting(row, count) {
    return el('div', { class: 'counting' },
      number(row, 'copies', `原件份数（应为${row.copies}份）`, count.copies),
      number(row, 'pages', row.pages ? `每份页数（应为${row.pages}页）` : '每份页数', count.pages),
      el('div', { class: 'ticks' },
        ...row.seals.map(seal => tick({ 'data-seal': seal.key, checked: Boolean(count.seals?.includes(seal.key)) }, seal.label)),
        tick({ 'data-matching': '', checked: count.matching === 'true' }, '版本和内容指纹一致')),
      el('input', { type: 'text', 'data-remark': '', maxlength: '500', value: count.remark ?? '',
        placeholder: `说明（缺件时告知${this.sender}，可不填）`, 'aria-label': `“${row.title}”的说明` }),
      el('p', { class: 'gap', 'data-gap': '' }));
  }

  item(key) {
    return this.root.querySelector(`[data-item="${CSS.escape(key)}"]`);
  }

  required(row) {
    return !row.exemption;
  }

  visible() {
    return this.sheet.rows.filter(row => this.required(row) && !this.item(row.key).hidden);
  }

  complete(rows) {
    rows.forEach(row => {
      const item = this.item(row.key);
      item.querySelector('[data-copies]').value = row.copies;
      item.querySelector('[data-pages]').value = row.pages || '';
      item.querySelectorAll('[data-seal], [data-matching]').forEach(box => { box.checked = true; });
      item.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  /** What was missing before is looked at piece by piece. */
  completeAll() {
    this.complete(this.visible().filter(({ key }) => !this.before.has(key)));
  }

  follow() {
    this.sheet.rows.filter(row => !row.exemption).forEach(row => {
      this.item(row.key).querySelectorAll('input, button').forEach(input => { input.disabled = !this.required(row); });
    });
    this.root.querySelector('[data-gaps]').hidden = value(this.root, 'outcome') !== 'MISSING';
    this.mark();
  }

  /** The server says what is missing of what it has saved. */
  tell(missing) {
    this.missing = new Map(missing.map(item => [item.key, item.clauses]));
    this.mark();
    this.root.querySelector('[data-missing]').replaceChildren(...missing.map(({ title, clauses, remark }) =>
      el('li', {}, `${title}：${clauses.join('；')}${remark ? `（${remark}）` : ''}`)));
  }

  mark() {
    this.sheet.rows.forEach(row => {
      const item = this.item(row.key);
      const required = this.required(row);
      const gap = this.missing?.get(row.key);
      const touched = required && item.querySelector('[data-copies]').value !== '';
      const state = !required ? 'exempt' : !gap ? 'done' : touched ? 'missing' : 'open';
      item.dataset.mark = state;
      item.querySelector('[data-mark]').textContent = { exempt: '不须清点', done: '齐全', missing: '缺件', open: '未清点' }[state];
      item.querySelector('[data-complete]').hidden = !required;
      if (!row.exemption) {
        item.querySelector('[data-gap]').textContent = state === 'missing' ? `${gap.join('；')}。` : '';
      }
    });
    const required = this.sheet.rows.filter(row => this.required(row));
    const done = required.filter(row => !this.missing?.has(row.key)).length;
    fill(this.root, { tally: `${done}／${required.length}` });
  }

  // Rows stay where they are while somebody works on them: what is shown changes only when asked for.
  sift() {
    const which = this.root.querySelector('[data-sift]').value;
    this.sheet.rows.forEach(row => {
      this.item(row.key).hidden = (which === 'open' && (!this.required(row) || !this.missing.has(row.key)))
        || (which === 'before' && !this.before.has(row.key));
    });
    fill(this.root, { shown: which === 'all' ? '' : `列出${this.visible().length}件` });
  }

  /** Somebody came here from the page that verifies a paper. */
  arrive() {
    const code = decodeURIComponent(window.location.hash).match(/[?&]paper=([^&]+)/)?.[1];
    if (code && !this.arrived) {
      this.arrived = true;
      this.find(`/verify/${code}`);
    }
  }

  async scan(field) {
    const text = field.value;
    field.value = '';
    if (text.trim()) {
      await this.find(text);
    }
  }

  async find(text) {
    try {
      const page = await post(this.path, { text });
      this.sayScanned(page.text, page.matches);
      const item = page.key && this.item(page.key);
      if (item) {
        this.lead(item, page);
      }
    } catch (error) {
      if (!error.kind) {
        throw error;
      }
      this.sayScanned(error.kind === 'offline' ? '网络中断，未能核对，请恢复网络后重新扫描。' : error.message, false);
    }
  }

  lead(item, { matches }) {
    item.hidden = false;
    this.root.querySelectorAll('.paper.found').forEach(other => other.classList.remove('found'));
    item.classList.add('found');
    item.scrollIntoView({ block: 'center' });
    const box = item.querySelector('[data-matching]');
    if (matches && !this.form.work.disabled && !box.checked) {
      box.checked = true;
      box.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  sayScanned(text, good) {
    const place = this.root.querySelector('[data-scanned]');
    place.textContent = text;
    place.classList.toggle('alarm', !good);
    place.hidden = false;
  }

  /** In the order of the record. */
  read(root) {
    return {
      ...readFields(root, FIELDS),
      counts: this.sheet.rows.filter(row => !row.exemption).map(row => this.count(row)),
      remark: value(root, 'remark')
    };
  }

  count({ key }) {
    const item = this.item(key);
    const typed = name => item.querySelector(`[data-${name}]`).value.normalize('NFKC').trim();
    return {
      key,
      copies: typed('copies'),
      pages: typed('pages'),
      seals: [...item.querySelectorAll('[data-seal]:checked')].map(box => box.dataset.seal),
      matching: item.querySelector('[data-matching]').checked ? 'true' : '',
      remark: item.querySelector('[data-remark]').value
    };
  }

}

/** What was missing, on the card that bears the name already. */
function clauses({ rank, title }, sentence) {
  const called = rank ? `第${rank}个案例“${title}”：` : `${title}：`;
  return sentence.startsWith(called) ? sentence.slice(called.length) : sentence;
}

function number({ key, title }, name, label, text) {
  const id = `${name}-${key}`;
  return el('div', { class: 'amount' }, el('label', { for: id }, label),
    el('input', { type: 'text', id, [`data-${name}`]: '', inputmode: 'numeric', maxlength: '6', value: text ?? '',
      'aria-label': `“${title}”${label}` }));
}

function tick(attributes, label) {
  return el('label', { class: 'choice' }, el('input', { type: 'checkbox', ...attributes }), el('span', {}, label));
}
