// 会签 of a joint list: the joining authority's officer comments, its leader consents to this very version.

import { el, fill, link, value } from './dom.js';
import { openTask, readFields, showFields } from './task-form.js';

export function start(camForm, $scope) {
  let fingerprint = '';
  return openTask(camForm, $scope, {
    path: 'opinion',
    content: 'opinion',
    show(root, sheet) {
      fingerprint = sheet.fingerprint;
      list(root, sheet);
      showFields(root, ['decision', 'reason'], sheet.opinion);
      const agreed = root.querySelector('[name=agreed]');
      if (agreed) {
        // A tick for an older version says nothing about this one.
        agreed.checked = sheet.opinion.fingerprint === fingerprint;
        root.onchange = () => follow(root);
        follow(root);
      }
    },
    read: root => ({
      ...readFields(root, ['decision']),
      reason: comments(root) || returning(root) ? value(root, 'reason') : '',
      fingerprint: !returning(root) && root.querySelector('[name=agreed]')?.checked ? fingerprint : ''
    })
  });
}

function list(root, { list, cap, comment }) {
  const { recommended, reserves, omitted, excessReason, authorityName, rankedBy } = list;
  fill(root, {
    authorityName, rankedBy, excessReason, cap, comment: comment || '无不同意见',
    recommendedCount: recommended.length, reserveCount: reserves.length, omittedCount: omitted.length
  });
  root.querySelector('[data-recommended]').replaceChildren(...recommended.map(line => el('tr', {},
    el('td', { class: 'number' }, line.place), title(line), el('td', {}, `【${line.direction}】${line.summary}`))));
  root.querySelector('[data-reserves]').replaceChildren(...reserves.map(line => el('tr', {},
    el('td', { class: 'number' }, line.place), title(line), el('td', { class: 'reason' }, line.reason))));
  root.querySelector('[data-reserve]').hidden = reserves.length === 0;
  root.querySelector('[data-omitted]').replaceChildren(...omitted.map(line => el('tr', {},
    title(line), el('td', { class: 'reason' }, line.reason))));
  root.querySelector('[data-omission]').hidden = omitted.length === 0;
  root.querySelector('[data-excess]').hidden = !excessReason;
}

function title(line) {
  return el('td', {}, link(`/cases/${line.caseNumber}`, line.caseName), el('div', {}, line.unitName),
    el('div', { class: 'hint' }, `${line.category} · ${line.caseNumber}`));
}

function comments(root) {
  return !root.querySelector('[name=decision]');
}

function returning(root) {
  return value(root, 'decision') === 'RETURN';
}

function follow(root) {
  root.querySelector('[data-returning]').hidden = !returning(root);
  root.querySelector('[data-agreeing]').hidden = value(root, 'decision') !== 'PASS';
}
