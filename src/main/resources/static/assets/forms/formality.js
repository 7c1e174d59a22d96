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
      root.querySelector('[data-checks]')?.replaceChildren(...sheet.checks.map(line => check(line, remarks ? sheet.opinion.remarks : sheet.notes, remarks)));
      root.querySelector('[data-trail]').replaceChildren(...sheet.trail.map(said));
      root.querySelector('[data-no-trail]').hidden = sheet.trail.length > 0;
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
