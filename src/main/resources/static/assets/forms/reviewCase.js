// 复核: the head reads what the officer found and scored, and decides.

import { el, value } from './dom.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, sendAnswers, showFields } from './task-form.js';

const ANSWERS = ['decision', 'reason'];

export function start(camForm, $scope) {
  let watching = false;
  return openTask(camForm, $scope, {
    path: 'case-review',
    content: 'review',
    show(root, sheet) {
      showFields(root, ANSWERS, sheet.review);
      root.querySelector('[data-barred]').hidden = !sheet.barred;
      root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
      root.querySelector('[data-no-sheet]').hidden = sheet.sheets.length > 0;
      root.querySelector('[data-sheets]').replaceChildren(...sheet.sheets.slice(0, 1).map(scores));
      root.querySelector('[data-trail]').replaceChildren(...sheet.trail.map(decided));
      if (!watching) {
        watching = true;
        root.addEventListener('change', () => follow(root));
      }
      follow(root);
    },
    read,
    ready: () => sendAnswers(camForm, read(camForm.formElement[0]))
  });
}

function read(root) {
  const { decision, reason } = readFields(root, ANSWERS);
  return { decision, reason: decision === 'PASS' ? '' : reason };
}

function follow(root) {
  root.querySelector('[data-explaining]').hidden = value(root, 'decision') !== 'RETURN';
}

function scores({ scores: lines, total, remark, by, at }) {
  return el('table', { class: 'official' },
    el('thead', {}, el('tr', {}, ...lines.map(line => el('th', { scope: 'col' }, `${line.label}（${line.most}分）`)),
      el('th', { scope: 'col' }, '合计'))),
    el('tbody', {}, el('tr', {}, ...lines.map(line => el('td', { class: 'number' }, line.points || '未评')),
      el('td', { class: 'number' }, total || '未评全')),
    el('tr', {}, el('td', { colspan: lines.length + 1 }, el('div', { class: 'content' }, remark || '（没有评语）'),
      el('div', { class: 'facts' }, `${by}　${at}`)))));
}

function decided({ step, decision, by, at, revision, reason }) {
  return el('tr', {}, el('th', { scope: 'row' }, `${step}：${decision}`), el('td', {}, `${by}　${at}（第${revision}版）`),
    el('td', {}, el('div', { class: 'content' }, reason || '（无）')));
}
