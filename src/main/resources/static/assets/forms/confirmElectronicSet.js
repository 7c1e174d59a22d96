// 确认电子材料: every item of the electronic set is marked as agreeing or not.

import { el, fill, value } from './dom.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  const page = new ComparisonPage();
  return openTask(camForm, $scope, {
    path: 'electronic-comparison',
    content: 'comparison',
    show: (root, sheet) => page.show(root, sheet),
    read: root => page.read(root)
  });
}

class ComparisonPage {

  show(root, sheet) {
    this.root = root;
    this.sender = sheet.sender;
    this.items = sheet.items.filter(item => !item.exemption);
    this.before = new Map((sheet.rounds.at(-1)?.differences ?? []).map(({ key, remark }) => [key, remark]));
    root.querySelector('[data-link]').href = sheet.link;
    root.querySelector('[data-along]')?.toggleAttribute('hidden', !sheet.listNumber);
    this.earlier(sheet.rounds);
    showFields(root, ['remark'], sheet.comparison);
    const marked = new Map(sheet.comparison.items.map(item => [item.key, item]));
    root.querySelector('[data-rows]').replaceChildren(...sheet.items.map(item => this.row(item, marked.get(item.key) ?? {})));
    if (!this.watching) {
      this.watching = true;
      root.addEventListener('change', () => this.follow());
      root.querySelector('[data-all]').addEventListener('click', () => this.agreeOnTheRest());
    }
    this.follow();
  }

  earlier(rounds) {
    this.root.querySelector('[data-earlier]').hidden = rounds.length === 0;
    this.root.querySelector('[data-rounds]').replaceChildren(...rounds.map(line => el('li', {},
      el('p', {}, `第${line.round}次核对：${line.result}。${line.by}。`),
      el('ul', {}, ...line.sentences.map(sentence => el('li', {}, sentence))),
      line.remark ? el('p', {}, `说明：${line.remark}`) : null,
      line.corrected ? el('p', {}, line.corrected) : null)));
  }

  row(item, { result, remark }) {
    const { key, title, unitName, exemption } = item;
    const before = this.before.get(key);
    return el('section', { class: 'paper', 'data-item': key, 'data-field': `item-${key}`, tabindex: '-1' },
      el('div', { class: 'head' }, el('h3', {}, title), el('span', { class: 'mark', 'data-mark': '' })),
      unitName ? el('p', { class: 'facts' }, unitName) : null,
      before ? el('p', { class: 'correction' }, `上次不一致：${before}`) : null,
      exemption ? el('p', {}, exemption) : el('div', { class: 'counting' },
        el('div', { class: 'ticks', role: 'radiogroup', 'aria-label': `${title}的核对结果` },
          mark(key, 'SAME', '一致', result), mark(key, 'DIFFERS', '不一致', result)),
        el('input', { type: 'text', name: `remark-${key}`, maxlength: '500', value: remark ?? '',
          placeholder: `不一致之处，${this.sender}将看到这段文字`, 'aria-label': `${title}的不一致之处` })));
  }

  agreeOnTheRest() {
    this.items.filter(({ key }) => !value(this.root, `result-${key}`)).forEach(({ key }) => {
      this.root.querySelector(`[name="result-${key}"][value=SAME]`).checked = true;
    });
    this.root.dispatchEvent(new Event('change', { bubbles: true }));
    this.items.forEach(({ key }) => this.item(key).dispatchEvent(new Event('change', { bubbles: true })));
  }

  item(key) {
    return this.root.querySelector(`[data-item="${CSS.escape(key)}"]`);
  }

  follow() {
    const results = this.items.map(({ key }) => {
      const result = value(this.root, `result-${key}`);
      const item = this.item(key);
      item.dataset.mark = { SAME: 'done', DIFFERS: 'missing' }[result] ?? 'open';
      item.querySelector('[data-mark]').textContent = { SAME: '一致', DIFFERS: '不一致' }[result] ?? '未核对';
      item.querySelector(`[name="remark-${key}"]`).hidden = result !== 'DIFFERS';
      return result;
    });
    const same = results.filter(result => result === 'SAME').length;
    fill(this.root, {
      tally: `${same}／${results.length}`,
      outcome: results.includes('DIFFERS') ? `提交后，系统请${this.sender}更正，更正后重新核对。` : '各件均一致的，提交后即确认收到电子材料。'
    });
  }

  /** In the order of the record. */
  read(root) {
    return {
      items: this.items.map(({ key }) => ({
        key,
        result: value(root, `result-${key}`),
        remark: value(root, `remark-${key}`)
      })),
      ...readFields(root, ['remark'])
    };
  }

}

function mark(key, result, label, chosen) {
  return el('label', { class: 'choice' },
    el('input', { type: 'radio', name: `result-${key}`, value: result, checked: chosen === result }), el('span', {}, label));
}
