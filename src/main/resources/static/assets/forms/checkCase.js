// 网上预审 and 审核: the officer reads, ticks what must be corrected, each with a reason, and decides.

import { el, fill, link, setValue, value } from './dom.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, sendAnswers, showFields } from './task-form.js';

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
    this.scores();
    this.returnedByHead();
    root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine), ...alike(sheet.alike));
    this.answerOfApplicant();
    root.querySelector('[data-places]').replaceChildren(...sheet.places.map(place => this.row(place)));
    if (!this.watching) {
      this.watching = true;
      root.addEventListener('change', () => this.follow());
      root.addEventListener('input', () => this.add());
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
      el('td', {}, file ? link(file.link, file.name) : null, file && text ? el('div', { class: 'facts' }, text) : null,
        file ? null : el('div', { class: 'content' }, text || '（未填）')),
      el('td', {}, el('label', { class: 'choice' }, box, el('span', {}, '须补正')), reason));
  }

  // A pre-check has no criteria.
  scores() {
    const { criteria, check } = this.sheet;
    this.root.querySelector('[data-criteria]')?.replaceChildren(...criteria.map(criterion => score(criterion, check.sheet)));
    setValue(this.root, 'remark', check.sheet.remark);
    fill(this.root, { most: criteria.reduce((sum, { most }) => sum + most, 0) });
  }

  returnedByHead() {
    const { returned } = this.sheet;
    const place = this.root.querySelector('[data-head]');
    if (place) {
      place.hidden = !returned;
      fill(this.root, { headReason: returned?.reason ?? '', headBy: returned ? `${returned.by}　${returned.at}` : '' });
    }
  }

  typedScores() {
    return Object.fromEntries([...this.root.querySelectorAll('[data-score]')].map(input => [input.dataset.score, input.value.normalize('NFKC').trim()]));
  }

  add() {
    const typed = Object.values(this.typedScores());
    const open = typed.filter(text => text === '').length;
    fill(this.root, {
      total: typed.reduce((sum, text) => sum + (/^\d+$/.test(text) ? Number(text) : 0), 0),
      unscored: open ? `，还有 ${open} 项未评` : ''
    });
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
    this.add();
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
    const sheet = { scores: this.typedScores(), remark: value(root, 'remark') };
    return { decision, reason: decision === 'PASS' ? '' : reason, corrections, sheet };
  }

  // The decision itself goes with the completion, as from every form that decides.
  answer() {
    const { decision, reason } = this.read(this.root);
    return sendAnswers(this.camForm, { decision, reason });
  }

}

function score({ code, label, most, meaning }, sheet) {
  const input = el('input', { type: 'text', inputmode: 'numeric', maxlength: 3, 'data-score': code, 'aria-label': `${label}评分，0至${most}` });
  input.value = sheet.scores[code] ?? '';
  return el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, meaning),
    el('td', { 'data-field': `score-${code}` }, el('div', { class: 'points' }, input, el('span', {}, `／${most}分`))));
}

function content(text) {
  return el('td', {}, el('div', { class: 'content' }, text || '（无）'));
}

// Of its own authority's cases it says which; of others only that there are some.
function alike({ own, elsewhere }) {
  return [
    ...own.length ? [el('li', {}, `与本单位受理的${own.length}个案例的案例名称或者联系人手机号相同，请核对是否同一案例：`,
      ...own.flatMap((number, index) => [index ? '、' : '', link(`/cases/${number}`, number)]))] : [],
    ...elsewhere ? [el('li', {}, '与其他主管部门受理的案例有相同的案例名称或者联系人手机号，请与申报单位核对是否同一案例。')] : []
  ];
}
