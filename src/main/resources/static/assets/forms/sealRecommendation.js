// 用印与寄送: the covering letter, seals on annex 3 and on every cover, their scans, and how the paper left.

import { el, fill, link, value } from './dom.js';
import { PaperScans } from './paper-scans.js';
import { documentLine } from './submitSealedCase.js';
import { openTask, readFields, showFields } from './task-form.js';

const LETTER = ['letterNumber', 'letterDate'];
const DISPATCH = ['carrier', 'waybill', 'dispatchedOn'];

export function start(camForm, $scope) {
  const page = new SealingPage(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'list-sealing',
    content: 'sealing',
    show: (root, sheet, form) => page.show(root, sheet, form),
    read: root => page.read(root),
    ready: () => page.ready()
  });
}

class SealingPage {

  constructor(taskId) {
    this.taskId = taskId;
    this.scans = new PaperScans(taskId, 'list-sealing');
    this.confirmed = new Set();
  }

  show(root, sheet, form) {
    this.covers = sheet.covers;
    this.scans.forget(sheet.covers.map(({ caseNumber }) => `coverScan-${caseNumber}`));
    this.confirmed = form.problems.confirmed;
    this.confirmed.clear();
    (sheet.sealing.confirmations ?? []).forEach(key => this.confirmed.add(key));
    this.partner = sheet.partnerName;
    fill(root, {
      paperCopies: sheet.copies === 2 ? '两' : sheet.copies,
      sealers: this.partner ? `${sheet.authorityName}和${this.partner}` : '本单位'
    });
    root.querySelector('[data-partner]').hidden = !this.partner;
    showFields(root, [...LETTER, 'annex3Seal', 'partnerSeal', 'copies', ...DISPATCH], sheet.sealing);
    root.querySelector('[data-documents]').replaceChildren(...sheet.documents.map(documentLine));
    if (!this.offered) {
      this.offered = true;
      root.querySelectorAll('[data-letter]').forEach(place => this.offerLetter(place, form));
    }
    this.scans.show(root.querySelector('[data-files=letterScan]'), 'letterScan', sheet.letterScan);
    this.scans.show(root.querySelector('[data-files=annex3Scan]'), 'annex3Scan', sheet.annex3Scan);
    root.querySelector('[data-regions]').hidden = sheet.regions.length === 0;
    root.querySelector('[data-enclosures]').replaceChildren(...sheet.regions.map(region =>
      el('li', {}, link(`/regions/${region.number}`, region.number), `　${region.direction}，一式${sheet.copies === 2 ? '两' : sheet.copies}份`)));
    const typed = new Map(sheet.sealing.covers.map(cover => [cover.caseNumber, cover]));
    root.querySelector('[data-covers]').replaceChildren(
      ...sheet.covers.map(cover => this.cover(cover, typed.get(cover.caseNumber) ?? {})));
    this.scans.tell(sheet.scans);
  }

  // Made from the saved draft: what was typed last is saved first.
  offerLetter(place, form) {
    place.href = `/api/tasks/${this.taskId}/list-sealing/letter.${place.dataset.letter}`;
    place.addEventListener('click', event => {
      event.preventDefault();
      form.draft.flush().then(() => window.location.assign(place.href), () => {});
    });
  }

  cover({ rank, caseNumber, caseName, unitName, missingName, scan }, typed) {
    return el('tr', {},
      el('td', { class: 'number' }, String(rank)),
      el('td', {}, caseName, el('div', { class: 'hint' }, unitName), el('div', { class: 'hint' }, caseNumber)),
      el('td', {},
        missingName ? el('p', { class: 'note' }, `该封面打印在前，未印有${missingName}。用印时请在封面“推荐单位”第二行手写“${missingName}”，再在该处加盖公章。`) : '',
        tick(`cover-${caseNumber}`, typed.seal, this.partner ? '封面已加盖牵头单位公章' : '封面已加盖推荐单位公章'),
        this.partner ? tick(`partnerCover-${caseNumber}`, typed.partnerSeal, '封面已加盖联合推荐单位公章') : '',
        this.scans.place(`coverScan-${caseNumber}`, `“${caseName}”封面`, scan),
        el('div', { class: 'field', 'data-field': `copies-${caseNumber}` },
          el('label', { for: `copies-${caseNumber}` }, '纸质原件份数'),
          el('input', {
            type: 'text', id: `copies-${caseNumber}`, name: `copies-${caseNumber}`, inputmode: 'numeric', maxlength: '3',
            value: typed.copies ?? ''
          }))));
  }

  /** In the order of the record. */
  read(root) {
    return {
      ...readFields(root, [...LETTER, 'annex3Seal', 'partnerSeal', 'copies']),
      covers: this.covers.map(({ caseNumber }) => ({
        caseNumber,
        seal: value(root, `cover-${caseNumber}`),
        partnerSeal: value(root, `partnerCover-${caseNumber}`),
        copies: value(root, `copies-${caseNumber}`)
      })),
      ...readFields(root, DISPATCH),
      confirmations: [...this.confirmed]
    };
  }

  ready() {
    return this.scans.busy()
      ? [{ field: 'annex3Scan', text: '扫描件仍在上传，请等上传完成后再提交。', clause: '' }] : [];
  }

}

function tick(name, state, label) {
  return el('div', { 'data-field': name }, el('label', { class: 'choice' },
    el('input', { type: 'checkbox', name, value: 'true', checked: state === 'true' }), el('span', {}, label)));
}
