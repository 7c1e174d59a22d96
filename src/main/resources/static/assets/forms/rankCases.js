// The authority's list: an opinion for each case, and an order by dragging, buttons, keys or a typed number.

import { el, fill, link, setValue, value } from './dom.js';
import { openTask } from './task-form.js';

const SORTABLE = '/webjars/sortablejs/1.15.6/Sortable.min.js';

const OPINIONS = { RECOMMEND: '推荐', RESERVE: '备选', DECLINE: '不推荐', OPEN: '请选择' };

/** As the draft holds them: what is still open comes last there, and first on the page. */
const GROUPS = ['RECOMMEND', 'RESERVE', 'DECLINE', 'OPEN'];

const ORDERED = ['RECOMMEND', 'RESERVE'];

/** Beyond this many rows, moving all of them softly would be slow. */
const FEW = 60;

export function start(camForm, $scope) {
  const page = new RankingPage();
  return openTask(camForm, $scope, {
    path: 'ranking',
    content: 'ranking',
    show: (root, sheet, form) => page.show(root, sheet, form),
    read: root => page.read(root),
    ready: () => page.ready(),
    saved: saved => page.saved(saved),
    describe: (name, content) => page.describe(name, content)
  });
}

class RankingPage {

  show(root, sheet, form) {
    this.root = root;
    this.sheet = sheet;
    this.form = form;
    this.lines = new Map(sheet.cases.map(line => [line.number, line]));
    root.querySelector('[data-returned]').hidden = !sheet.returned;
    fill(root, { returnedBy: sheet.returned?.told ?? '', returnedReason: sheet.returned?.reason ?? '' });
    root.querySelector('[data-renewal]').hidden = !sheet.renewal;
    setValue(root, 'excessReason', sheet.ranking.excessReason);
    this.clear();
    const { entries } = sheet.ranking;
    entries.filter(entry => this.lines.has(entry.caseNumber)).forEach(entry => this.add(entry));
    const known = new Set(entries.map(entry => entry.caseNumber));
    sheet.cases.filter(line => !known.has(line.number)).forEach(line => this.add(unjudged(line)));
    this.listen();
    this.renumber();
    this.tellGone(sheet.gone);
  }

  clear() {
    this.news = this.root.querySelector('[data-news]');
    this.news.replaceChildren();
    this.news.hidden = true;
    this.rows().forEach(row => row.remove());
  }

  listen() {
    if (!this.watching) {
      this.watching = true;
      const table = this.root.querySelector('.ranking');
      table.addEventListener('change', event => this.edited(event.target));
      table.addEventListener('click', event => this.clicked(event.target));
      table.addEventListener('keydown', event => this.pressed(event));
      this.drag();
    }
  }

  add(entry) {
    this.group(entry.opinion).append(this.row(entry, this.lines.get(entry.caseNumber)));
  }

  row({ caseNumber, opinion, reason }, line) {
    const title = line.caseName;
    return el('tr', { 'data-case': caseNumber },
      el('td', {}, el('div', { class: 'order' },
        el('span', { class: 'grip', role: 'button', tabindex: 0, title: '按住拖动，或者用方向键移动', 'aria-label': `移动“${title}”：方向键上移、下移` }, '⠿'),
        el('input', { type: 'text', class: 'rank', inputmode: 'numeric', maxlength: 4, 'aria-label': `“${title}”的序号` }),
        el('button', { type: 'button', class: 'plain', 'data-move': -1, 'aria-label': `上移“${title}”` }, '上移'),
        el('button', { type: 'button', class: 'plain', 'data-move': 1, 'aria-label': `下移“${title}”` }, '下移'))),
      el('td', {}, opinion === 'OPEN' ? el('span', { class: 'badge' }, '新') : null,
        link(`/cases/${caseNumber}`, title),
        el('div', {}, line.unitName),
        el('div', { class: 'hint' }, `${line.category} · ${line.direction} · `, el('span', { class: 'nowrap' }, caseNumber), this.score(caseNumber)),
        this.held(caseNumber),
        el('div', { class: 'summary' }, line.summary),
        el('div', { class: 'hint' }, line.summaryNote, line.summaryNote && line.summaryLink ? ' · ' : '',
          line.summaryLink ? link(line.summaryLink, '修改简述') : null)),
      el('td', {}, el('div', { 'data-field': `opinion-${caseNumber}` }, this.opinion(title, opinion)),
        el('div', { 'data-field': `reason-${caseNumber}` }, this.reason(title, reason))));
  }

  // A case is recommended by one list only.
  held(caseNumber) {
    const list = this.sheet.held[caseNumber];
    return list ? el('div', { class: 'hint' }, '已列入推荐名单', link(`/recommendations/${list}`, list), '，本名单不能再推荐。') : null;
  }

  score(caseNumber) {
    const score = this.sheet.scores[caseNumber];
    return score === undefined ? '' : ` · 审核评分 ${score} 分`;
  }

  opinion(title, chosen) {
    const options = GROUPS.filter(name => name !== 'OPEN' || chosen === 'OPEN')
      .map(name => el('option', { value: name, selected: name === chosen }, OPINIONS[name]));
    return el('select', { class: 'opinion', 'aria-label': `对“${title}”的推荐意见` }, ...options);
  }

  reason(title, reason) {
    const text = el('textarea', { class: 'why', rows: 3, maxlength: 500, 'aria-label': `“${title}”备选或者不推荐的理由` });
    text.value = reason;
    return text;
  }

  edited(field) {
    const row = field.closest('tr');
    if (field.classList.contains('rank')) {
      this.typed(row, field.value.normalize('NFKC').trim());
    }
    if (field.classList.contains('opinion')) {
      this.group(field.value).append(row);
      this.judged(row);
    }
  }

  // A number that nobody can have changes nothing, and says so beside it.
  typed(row, text) {
    const count = this.peers(row).length;
    const right = /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= count;
    row.querySelector('.misplaced')?.remove();
    if (right) {
      this.moveTo(row, Number(text));
    } else {
      row.querySelector('.order').after(el('p', { class: 'problem misplaced', role: 'alert' },
        `序号应为1至${count}的整数，${text ? `“${text}”` : '留空'}不能采用，顺序没有改动。`));
    }
    this.renumber();
    if (right) {
      this.announce(row);
    }
  }

  clicked(button) {
    if (button.dataset.move && !button.disabled) {
      const row = button.closest('tr');
      this.step(row, Number(button.dataset.move));
      (button.disabled ? row.querySelector('.rank') : button).focus();
    }
  }

  pressed(event) {
    const { target, key } = event;
    if (!target.classList.contains('grip') || !(key in KEYS) || this.locked()) {
      return;
    }
    event.preventDefault();
    const row = target.closest('tr');
    this.step(row, KEYS[key]);
    row.querySelector('.grip').focus();
  }

  step(row, by) {
    const before = this.peers(row).indexOf(row) + 1;
    this.moveTo(row, before + by);
    row.querySelector('.misplaced')?.remove();
    this.renumber();
    this.announce(row);
    if (this.peers(row).indexOf(row) + 1 !== before) {
      this.form.changed();
    }
    row.scrollIntoView({ block: 'nearest' });
  }

  // The n-th of its group; a number beyond them means the last.
  moveTo(row, place) {
    const others = this.peers(row).filter(other => other !== row);
    if (!Number.isInteger(place) || !isOrdered(row)) {
      return;
    }
    const before = others[Math.min(Math.max(place, 1), others.length + 1) - 1];
    if (before) {
      before.before(row);
    } else {
      others.at(-1)?.after(row);
    }
    this.highlight(row);
  }

  // Its opinion is that of the group it stands in now.
  judged(row) {
    const select = row.querySelector('.opinion');
    select.value = opinionOf(row);
    select.querySelector('[value=OPEN]')?.remove();
    row.querySelector('.misplaced')?.remove();
    row.querySelector('.badge')?.remove();
    this.renumber();
    this.highlight(row);
    this.announce(row);
    this.form.changed(select);
  }

  renumber() {
    GROUPS.forEach(name => {
      const rows = rowsOf(this.group(name));
      rows.forEach((row, index) => number(row, name, index, rows.length));
    });
    this.group('OPEN').hidden = rowsOf(this.group('OPEN')).length === 0;
    this.tally();
  }

  tally() {
    const { cap } = this.sheet;
    const [recommended, reserve, declined, open] = GROUPS.map(name => rowsOf(this.group(name)).length);
    const tally = this.root.querySelector('[data-tally]');
    tally.replaceChildren('推荐 ', el('strong', {}, String(recommended)),
      `/${cap} 个，备选 ${reserve} 个，不推荐 ${declined} 个${open ? `，待定 ${open} 个` : ''}`);
    tally.classList.toggle('over', recommended > cap);
    this.root.querySelector('[data-excess]').hidden = recommended <= cap;
    this.warn(recommended);
  }

  // Both lists of one region together: told, never a reason to stop.
  warn(recommended) {
    const { region, cap } = this.sheet;
    const warning = this.root.querySelector('[data-region]');
    const total = recommended + (region?.others ?? 0);
    const text = region && total > cap ? `${region.before}${total}${region.after}` : '';
    if (warning.textContent !== text) {
      warning.textContent = text;
      warning.hidden = !text;
    }
  }

  announce(row) {
    const peers = this.peers(row);
    const name = `“${this.lines.get(row.dataset.case).caseName}”`;
    this.root.querySelector('[data-moves]').textContent = isOrdered(row)
      ? `${name}现在是${OPINIONS[opinionOf(row)]}第${peers.indexOf(row) + 1}位，共${peers.length}个。`
      : `${name}现在列为${OPINIONS[opinionOf(row)]}。`;
  }

  highlight(row) {
    row.classList.add('moved');
    setTimeout(() => row.classList.remove('moved'), 1200);
  }

  // A script of the old kind sets window.Sortable; without it keys and buttons are enough.
  async drag() {
    await import(SORTABLE).catch(() => {});
    GROUPS.forEach(name => window.Sortable?.create(this.group(name), {
      group: { name: 'ranking', put: name !== 'OPEN' },
      handle: '.grip',
      draggable: 'tr[data-case]',
      animation: this.sheet.cases.length > FEW ? 0 : 150,
      onMove: () => !this.locked(),
      onEnd: ({ item, to }) => {
        to.prepend(to.querySelector('.group'));
        this.judged(item);
      }
    }));
  }

  /** What the server has seen coming and going while this was typed. */
  saved({ fresh, gone }) {
    const present = new Set(this.rows().map(row => row.dataset.case));
    const newcomers = fresh.filter(line => !present.has(line.number));
    newcomers.forEach(line => {
      this.lines.set(line.number, line);
      this.add(unjudged(line));
    });
    if (newcomers.length) {
      this.tell(`新增${newcomers.length}个审核通过的案例，请选择推荐意见。`);
    }
    this.tellGone(gone.filter(line => present.has(line.number)));
    this.rows().filter(row => gone.some(line => line.number === row.dataset.case)).forEach(row => row.remove());
    if (newcomers.length || gone.length) {
      this.renumber();
    }
  }

  tellGone(gone) {
    gone.forEach(({ caseName, unitName, number: caseNumber }) =>
      this.tell(`“${caseName}”（${unitName}，${caseNumber}）已撤回、办结或者已由另一份名单报送，已移出名单，其后的案例依次前移。`));
  }

  tell(text) {
    this.news.append(el('li', {}, text));
    this.news.hidden = false;
  }

  // The server must judge what stands here, even if nobody has touched it.
  ready() {
    this.form.changed();
    return [];
  }

  describe(name, content) {
    return name === 'excessReason' ? { label: '超额说明', text: content }
      : { label: '推荐意见和顺序', text: GROUPS.flatMap(group => this.describeGroup(group, content)).join('\n') };
  }

  describeGroup(group, entries) {
    return entries.filter(entry => entry.opinion === group).map((entry, index) => {
      const name = this.lines.get(entry.caseNumber)?.caseName ?? entry.caseNumber;
      return `${ORDERED.includes(group) ? `${OPINIONS[group]}${index + 1}` : group === 'OPEN' ? '待定' : OPINIONS[group]}　${name}${entry.reason && `（${entry.reason}）`}`;
    });
  }

  locked() {
    return this.root.querySelector('[data-work]').disabled;
  }

  group(name) {
    return this.root.querySelector(`[data-group=${name}]`);
  }

  peers(row) {
    return rowsOf(row.closest('tbody'));
  }

  rows() {
    return [...this.root.querySelectorAll('tr[data-case]')];
  }

  read(root) {
    const entries = GROUPS.flatMap(name => rowsOf(this.group(name)).map(row => ({
      caseNumber: row.dataset.case,
      opinion: name,
      reason: name === 'RESERVE' || name === 'DECLINE' ? row.querySelector('.why').value.trim() : ''
    })));
    const excess = root.querySelector('[data-excess]').hidden ? '' : value(root, 'excessReason').trim();
    return { entries, excessReason: excess };
  }

}

const KEYS = { ArrowUp: -1, ArrowDown: 1, Home: -9999, End: 9999 };

function unjudged(line) {
  return { caseNumber: line.number, opinion: 'OPEN', reason: '' };
}

function rowsOf(body) {
  return [...body.querySelectorAll('tr[data-case]')];
}

function opinionOf(row) {
  return row.closest('tbody').dataset.group;
}

function isOrdered(row) {
  return ORDERED.includes(opinionOf(row));
}

function number(row, opinion, index, count) {
  const ordered = ORDERED.includes(opinion);
  const rank = row.querySelector('.rank');
  rank.value = ordered ? String(index + 1) : '—';
  rank.disabled = !ordered;
  row.querySelector('[data-move="-1"]').disabled = !ordered || index === 0;
  row.querySelector('[data-move="1"]').disabled = !ordered || index === count - 1;
  const why = row.querySelector('.why');
  why.hidden = opinion === 'RECOMMEND' || opinion === 'OPEN';
  why.placeholder = opinion === 'RESERVE' ? '备选的理由' : '不推荐的理由';
  row.classList.toggle('out', opinion === 'DECLINE');
}
