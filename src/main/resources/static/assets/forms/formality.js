// 形式审查: the sheet that the system has filled in, what was said before, and this step's own question.

import { el, value } from './dom.js';
import { Files } from './files.js';
import { openTask, readFields, showFields } from './task-form.js';

/**
 * @param fields of the opinion that this step asks for
 * @param options.remarks whether something may be noted at each line
 * @param options.files whether files come with the answer
 */
export function start(camForm, $scope, fields, { remarks = false, files = false } = {}) {
  let list = null;
  let watching = false;
  return openTask(camForm, $scope, {
    path: 'formality',
    content: 'opinion',
    show(root, sheet) {
      root.querySelector('[data-link]').href = sheet.link;
      root.querySelector('[data-sheet]').replaceChildren(facts(sheet), ...checks(sheet, remarks), ...trail(sheet));
      root.querySelectorAll('[data-once]').forEach(choice => { choice.hidden = sheet.corrected; });
      const code = root.querySelector('select[name=code]');
      code?.replaceChildren(el('option', { value: '' }, '请选择'),
        ...sheet.refusals.map(refusal => el('option', { value: refusal.code }, refusal.label)));
      showFields(root, fields, sheet.opinion);
      const material = root.querySelector('[data-materials]');
      if (material && files) {
        list ??= new Files(material, `/api/tasks/${camForm.taskId}/files/material`);
        list.show(sheet.files);
      } else if (material) {
        material.hidden = !sheet.files.length;
        material.querySelector('ul').replaceChildren(...sheet.files.map(file =>
          el('li', {}, el('a', { href: `/files/${file.id}`, target: '_blank', rel: 'noopener' }, file.name))));
      }
      if (!watching) {
        watching = true;
        root.addEventListener('change', () => follow(root));
      }
      follow(root);
    },
    read: root => ({ decision: '', code: '', reason: '', ...readFields(root, fields), remarks: noted(root) }),
    ready: () => list && list.busy() ? [{ field: 'reason', text: '文件仍在上传，请等上传完成后再提交。', clause: '' }] : []
  });
}

// What a decision does not need is not asked.
function follow(root) {
  root.querySelectorAll('[data-when]').forEach(part => {
    part.hidden = !part.dataset.when.split(' ').includes(value(root, 'decision'));
  });
}

function facts({ name, unit, direction, sender }) {
  return table(['20%', ''], [], [['名称', name], ['申报单位', unit], ['申报方向', direction], ['报送单位', sender]]
    .map(([label, text]) => el('tr', {}, el('th', { scope: 'row' }, label), el('td', {}, text))));
}

// Who only answers a 补正 sees no sheet.
function checks({ checks: lines, opinion, notes }, remarks) {
  return lines.length ? [el('h2', {}, '逐项核对'), table(['20%', '', '28%'], ['核对事项', '系统核对结果', '备注'],
    lines.map(line => check(line, remarks ? opinion.remarks : notes, remarks)), { 'data-checks': '' })] : [];
}

function trail({ trail: steps }) {
  return [el('h2', {}, '办理记录'), steps.length
    ? table(['22%', '30%', ''], ['环节和结论', '办理人和时间', '意见'], steps.map(said), { 'data-trail': '' })
    : el('p', { class: 'hint' }, '还没有办理记录。')];
}

function table(widths, headings, rows, attributes = {}) {
  return el('table', { class: 'official' },
    el('colgroup', {}, ...widths.map(width => el('col', width ? { style: `width:${width}` } : {}))),
    headings.length ? el('thead', {}, el('tr', {}, ...headings.map(text => el('th', { scope: 'col' }, text)))) : null,
    el('tbody', attributes, ...rows));
}

function check({ key, title, clause, doubtful, text }, notes, remarks) {
  const note = notes[key] || '';
  return el('tr', { 'data-check': key },
    el('th', { scope: 'row' }, title, el('div', { class: 'facts' }, clause)),
    el('td', {}, doubtful ? el('strong', { class: 'wrong' }, '请核对　') : el('span', {}, '符合　'), text),
    el('td', { 'data-field': `remark-${key}` }, remarks
      ? el('textarea', { 'data-remark': key, rows: 2, maxlength: 2000, 'aria-label': `${title}：备注` }, note) : note));
}

function noted(root) {
  return Object.fromEntries([...root.querySelectorAll('[data-remark]')]
    .filter(field => field.value.trim()).map(field => [field.dataset.remark, field.value.trim()]));
}

function said({ step, decision, reason, by, at }) {
  return el('tr', {}, el('th', { scope: 'row' }, `${step}：${decision}`), el('td', {}, `${by}　${at}`),
    el('td', {}, el('div', { class: 'content' }, reason || '（无）')));
}
