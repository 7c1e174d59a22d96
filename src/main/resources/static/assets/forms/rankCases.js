// The authority's order of recommendation: drag, move by buttons, or type the number.

import { el, link, setValue, value } from './dom.js';
import { openTask } from './task-form.js';

const SORTABLE = '/webjars/sortablejs/1.15.6/Sortable.min.js';

export function start(camForm, $scope) {
  const page = new RankingPage();
  return openTask(camForm, $scope, {
    path: 'ranking',
    content: 'ranking',
    show: (root, sheet, form) => page.show(root, sheet, form),
    read: root => page.read(root)
  });
}

class RankingPage {

  show(root, sheet, form) {
    this.root = root;
    this.sheet = sheet;
    this.form = form;
    this.body = root.querySelector('[data-list]');
    root.querySelector('[data-returned]').hidden = !sheet.returnedReason;
    setValue(root, 'excessReason', sheet.ranking.excessReason);
    const lines = new Map(sheet.cases.map(line => [line.number, line]));
    this.body.replaceChildren(
      ...sheet.ranking.entries.map(entry => this.row(entry, lines.get(entry.caseNumber))));
    if (!this.watching) {
      this.watching = true;
      this.body.addEventListener('change', event => this.edited(event.target));
      this.body.addEventListener('click', event => this.clicked(event.target));
      this.drag();
    }
    this.renumber();
  }

  row({ caseNumber, recommend, reason }, line) {
    const title = line.caseName;
    return el('tr', { 'data-case': caseNumber },
      el('td', {}, el('div', { class: 'order' },
        el('span', { class: 'grip', 'aria-hidden': 'true', title: '按住拖动' }, '⠿'),
        el('input', { type: 'text', class: 'rank', inputmode: 'numeric', maxlength: 3, 'aria-label': `“${title}”的推荐序号` }),
        el('button', { type: 'button', class: 'plain', 'data-move': -1, 'aria-label': `上移“${title}”` }, '上移'),
        el('button', { type: 'button', class: 'plain', 'data-move': 1, 'aria-label': `下移“${title}”` }, '下移'))),
      el('td', {}, link(`/cases/${caseNumber}`, title),
        el('div', {}, line.unitName),
        el('div', { class: 'hint' }, `${line.category} · ${line.direction} · ${caseNumber}`),
        el('div', { class: 'summary' }, line.summary)),
      el('td', { 'data-field': `reason-${caseNumber}` },
        el('label', { class: 'choice' }, el('input', { type: 'checkbox', class: 'recommend', checked: recommend === 'true' }),
          el('span', {}, '推荐')),
        this.reason(caseNumber, title, reason)));
  }

  reason(caseNumber, title, reason) {
    const text = el('textarea', { class: 'why', rows: 3, maxlength: 500, placeholder: '不推荐的理由', 'aria-label': `不推荐“${title}”的理由` });
    text.value = reason;
    return text;
  }

  edited(field) {
    const row = field.closest('tr');
    if (field.classList.contains('rank')) {
      this.moveTo(row, Number.parseInt(field.value.normalize('NFKC'), 10));
    }
    if (field.classList.contains('recommend')) {
      this.place(row);
    }
    this.renumber();
  }

  clicked(button) {
    if (button.dataset.move && !button.disabled) {
      const row = button.closest('tr');
      this.moveTo(row, this.recommended().indexOf(row) + 1 + Number(button.dataset.move));
      this.renumber();
      this.form.changed();
      (button.disabled ? row.querySelector('.rank') : button).focus();
    }
  }

  // The n-th among the recommended; a number beyond them means the last.
  moveTo(row, rank) {
    const others = this.recommended().filter(other => other !== row);
    if (!Number.isInteger(rank) || !this.isRecommended(row)) {
      return;
    }
    const before = others[Math.min(Math.max(rank, 1), others.length + 1) - 1];
    if (before) {
      before.before(row);
    } else {
      others.at(-1)?.after(row);
    }
    this.highlight(row);
  }

  // What is not recommended stands below what is.
  place(row) {
    const last = this.recommended().filter(other => other !== row).at(-1);
    if (this.isRecommended(row) && last) {
      last.after(row);
    } else if (!this.isRecommended(row)) {
      this.body.append(row);
    }
  }

  renumber() {
    const recommended = this.recommended();
    this.rows().forEach(row => {
      const index = recommended.indexOf(row);
      const rank = row.querySelector('.rank');
      rank.value = index < 0 ? '—' : String(index + 1);
      rank.disabled = index < 0;
      row.querySelector('[data-move="-1"]').disabled = index <= 0;
      row.querySelector('[data-move="1"]').disabled = index < 0 || index === recommended.length - 1;
      row.querySelector('.why').hidden = index >= 0;
      row.classList.toggle('out', index < 0);
    });
    this.tally(recommended.length);
  }

  tally(count) {
    const { cap } = this.sheet;
    const tally = this.root.querySelector('[data-tally]');
    tally.replaceChildren('推荐 ', el('strong', {}, String(count)), ` 个（原则上不超过${cap}个）`);
    tally.classList.toggle('over', count > cap);
    this.root.querySelector('[data-excess]').hidden = count <= cap;
  }

  highlight(row) {
    row.classList.add('moved');
    setTimeout(() => row.classList.remove('moved'), 1200);
  }

  // A script of the old kind sets window.Sortable; without it the buttons are enough.
  async drag() {
    await import(SORTABLE).catch(() => {});
    window.Sortable?.create(this.body, {
      handle: '.grip',
      animation: 150,
      onMove: () => !this.root.querySelector('[data-work]').disabled,
      onEnd: ({ item }) => {
        this.separate();
        this.renumber();
        this.highlight(item);
        this.form.changed();
      }
    });
  }

  separate() {
    this.body.append(...this.recommended(), ...this.rows().filter(row => !this.isRecommended(row)));
  }

  rows() {
    return [...this.body.rows];
  }

  recommended() {
    return this.rows().filter(row => this.isRecommended(row));
  }

  isRecommended(row) {
    return row.querySelector('.recommend').checked;
  }

  read(root) {
    const entries = this.rows().map(row => ({
      caseNumber: row.dataset.case,
      recommend: this.isRecommended(row) ? 'true' : '',
      reason: this.isRecommended(row) ? '' : row.querySelector('.why').value
    }));
    const excess = root.querySelector('[data-excess]').hidden ? '' : value(root, 'excessReason');
    return { entries, excessReason: excess };
  }

}
