// A frozen list as those read it who decide about it: recommended, reserves, not recommended, and what was said before.

import { el, fill, link } from './dom.js';

const NUMBERED = ['3.6em', '36%', ''];

const UNNUMBERED = ['calc(36% + 3.6em)', ''];

/**
 * Scores are given by case, to the authority that gave them only. What was said about an earlier version stands before
 * the list, with what differs since.
 */
export function showList(root, { list, cap, annex3, scores = {}, earlier }) {
  const { recommended, reserves, omitted, excessReason, regionWarning, authorityName, approver, rankedBy } = list;
  fill(root, {
    authorityName, approver, rankedBy, cap,
    recommendedCount: recommended.length, reserveCount: reserves.length, omittedCount: omitted.length
  });
  const title = line => heading(line, scores[line.caseNumber]);
  const place = line => el('td', { class: 'number' }, line.place);
  const reason = line => el('td', { class: 'reason' }, line.reason);
  root.querySelector('[data-ranked]').replaceChildren(
    ...earlier ? [since(earlier)] : [],
    said(list.opinions),
    table(NUMBERED, ['序号', '案例', '申报方向和简述'],
      recommended.map(line => [place(line), title(line), el('td', {}, `【${line.direction}】${line.summary}`)])),
    el('p', { class: 'guidance' }, link(annex3, '下载附件3草稿（PDF）')),
    ...regionWarning ? [el('p', { class: 'note' }, regionWarning)] : [],
    ...excessReason ? [el('p', { class: 'guidance' }, `超额说明：${excessReason}`)] : [],
    ...group('备选的案例（按备选顺序，不列入附件3）', NUMBERED, ['备选', '案例', '列为备选的理由'],
      reserves.map(line => [place(line), title(line), reason(line)])),
    ...group('不推荐的案例', UNNUMBERED, ['案例', '不推荐的理由'], omitted.map(line => [title(line), reason(line)])));
}

function said(opinions) {
  return el('ul', { class: 'documents' }, ...opinions.map(({ step, text }) => el('li', {}, `${step}　${text}`)));
}

function since({ version, lapsed, changes, opinions }) {
  return el('section', { class: 'note returned', 'data-earlier': '' },
    lapsed ? el('p', {}, el('strong', {}, lapsed)) : null,
    el('h2', {}, `与第${version}版相比`),
    el('ul', {}, ...changes.map(sentence => el('li', {}, sentence))),
    el('h2', {}, '此前的意见'),
    said(opinions));
}

function group(title, widths, heads, rows) {
  return rows.length ? [el('h2', {}, title), table(widths, heads, rows)] : [];
}

function table(widths, heads, rows) {
  return el('div', { class: 'scroll' }, el('table', { class: 'official' },
    el('colgroup', {}, ...widths.map(width => el('col', { style: width && `width:${width}` }))),
    el('thead', {}, el('tr', {}, ...heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...rows.map(cells => el('tr', {}, ...cells)))));
}

function heading(line, score) {
  return el('td', {}, link(`/cases/${line.caseNumber}`, line.caseName), el('div', {}, line.unitName),
    el('div', { class: 'hint' }, `${line.category} · ${line.caseNumber}${score === undefined ? '' : ` · 审核评分 ${score} 分`}`));
}
