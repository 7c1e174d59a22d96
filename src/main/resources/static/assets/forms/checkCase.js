// 网上预审 and 审核: the officer reads, ticks what must be corrected, each with a reason, and decides.

import { el, fill, link, value } from './dom.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, showFields } from './task-form.js';

const ANSWERS = ['decision', 'reason'];

export function start(camForm, $scope) {
  const page = new CheckPage(camForm);
  return openTask(camForm, $scope, {
    path: 'case-check',
    content: 'check',
    show: (root, sheet) => page.show(root, sheet),
    read: root => page.read(root),
    ready: () => page.answer()
  });
}

class CheckPage {

  constructor(camForm) {
    this.camForm = camForm;
  }

  show(root, sheet) {
    this.root = root;
    this.sheet = sheet;
    showFields(root, ANSWERS, sheet.check);
    root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
    this.answerOfApplicant();
    root.querySelector('[data-places]').replaceChildren(...sheet.places.map(place => this.row(place)));
    if (!this.watching) {
      this.watching = true;
      root.addEventListener('change', () => this.follow());
    }
    this.follow();
  }

  row({ target, label, text, file }) {
    const asked = this.sheet.check.corrections.find(correction => correction.target === target);
    const box = el('input', { type: 'checkbox', 'data-tick': target, checked: Boolean(asked) });
    const reason = el('textarea', { rows: 2, maxlength: 500, 'data-reason': target, 'aria-label': `${label}的补正要求`,
      placeholder: '请写明补正要求' });
    reason.value = asked?.reason ?? '';
    return el('tr', { 'data-field': `correction-${target}` },
      el('th', { scope: 'row' }, label),
      el('td', {}, file ? link(file.link, file.name) : el('div', { class: 'content' }, text || '（未填）')),
      el('td', {}, el('label', { class: 'choice' }, box, el('span', {}, '须补正')), reason));
  }

  answerOfApplicant() {
    const { answer, number } = this.sheet;
    this.root.querySelector('[data-answer]').hidden = !answer;
    if (!answer) {
      return;
    }
    const own = answer.changes.filter(change => !change.asked);
    const untouched = answer.untouched.map(item => item.target);
    fill(this.root, { olderRevision: answer.older });
    this.root.querySelector('[data-difference]').href = `/cases/${number}/revisions/${answer.older}/${answer.newer}`;
    this.root.querySelector('[data-unasked]').hidden = own.length === 0;
    this.root.querySelector('[data-nothing-unasked]').hidden = own.length > 0;
    this.root.querySelector('[data-unasked-list]').replaceChildren(...own.map(({ change }) => el('tr', {},
      el('th', { scope: 'row' }, change.label), content(change.before), content(change.after))));
    this.root.querySelector('[data-asked-list]').replaceChildren(...answer.asked.map(item => el('tr', {},
      el('th', { scope: 'row' }, item.label), el('td', { class: 'reason' }, item.reason),
      untouched.includes(item.target) ? el('td', { class: 'alarm' }, '未改动') : el('td', {}, '已改动'))));
  }

  follow() {
    for (const box of this.root.querySelectorAll('[data-tick]')) {
      const row = box.closest('tr');
      row.classList.toggle('ticked', box.checked);
      row.querySelector('[data-reason]').hidden = !box.checked;
    }
    const ticked = this.ticked().length;
    const decision = value(this.root, 'decision');
    this.root.querySelector('[data-tally]').textContent = ticked ? `已勾选 ${ticked} 处须补正。` : '';
    this.root.querySelector('[data-explaining]').hidden = decision === '' || decision === 'PASS';
  }

  ticked() {
    return [...this.root.querySelectorAll('[data-tick]:checked')].map(box => box.dataset.tick);
  }

  /** In the order of the record. */
  read(root) {
    const { decision, reason } = readFields(root, ANSWERS);
    const corrections = this.ticked().map(target => ({
      target, reason: root.querySelector(`[data-reason="${CSS.escape(target)}"]`).value
    }));
    return { decision, reason: decision === 'PASS' ? '' : reason, corrections };
  }

  // The decision itself goes with the completion, as from every form that decides.
  answer() {
    const variables = this.camForm.variableManager;
    const { decision, reason } = this.read(this.root);
    for (const [name, text] of Object.entries({ decision, reason })) {
      if (variables.variables[name]) {
        variables.destroyVariable(name);
      }
      variables.createVariable({ name, type: 'String', value: text });
    }
    return [];
  }

}

function content(text) {
  return el('td', {}, el('div', { class: 'content' }, text || '（无）'));
}
