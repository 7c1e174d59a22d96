// Somebody else saved first: both versions side by side, and the person says which one stays where.

import { el } from './dom.js';

export class Conflict {

  /** @param root the form; the panel stands above its fields */
  constructor(root) {
    this.panel = el('section', { class: 'conflict', 'data-conflict': '', tabindex: '-1', hidden: true });
    root.querySelector('[data-problems]').after(this.panel);
  }

  /**
   * Lays both versions out.
   * @param who whose version stands on the server
   * @param rows the places that differ: { name, label, mine, theirs, keep }, keep is 'mine' or 'theirs'
   * @param settle told the names of the places where the other version is taken
   */
  show(who, rows, settle) {
    const table = el('tbody', {}, ...rows.map(row => line(row)));
    const all = side => table.querySelectorAll(`input[value=${side}]`).forEach(box => { box.checked = true; });
    const button = (text, action) => el('button', { type: 'button', class: 'plain', onclick: action }, text);
    this.panel.replaceChildren(
      el('h2', {}, `${who}，与您填写的内容有 ${rows.length} 处不同`),
      el('p', {}, '您填写的内容仍在本页，尚未保存。请逐处选择保留哪一份，再点击“按所选内容保存”。'),
      el('p', { class: 'actions' }, button('全部保留本窗口的', () => all('mine')), button('全部采用另一窗口的', () => all('theirs'))),
      el('table', { class: 'official' },
        el('thead', {}, el('tr', {}, ...['栏目', '本窗口', '另一窗口'].map(text => el('th', { scope: 'col' }, text)))), table),
      el('p', { class: 'actions' }, button('按所选内容保存', () => {
        const taken = [...table.querySelectorAll('input[value=theirs]:checked')].map(box => box.closest('tr').dataset.name);
        this.hide();
        settle(taken);
      })));
    this.panel.hidden = false;
    this.panel.scrollIntoView({ block: 'start' });
    this.panel.focus({ preventScroll: true });
  }

  hide() {
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }

}

function line({ name, label, mine, theirs, keep }) {
  const side = (value, text, content) => el('td', {},
    el('label', { class: 'choice' },
      el('input', { type: 'radio', name: `conflict-${name}`, value, checked: keep === value }), el('span', {}, text)),
    el('div', { class: 'content' }, content || '（未填）'));
  return el('tr', { 'data-name': name }, el('th', { scope: 'row' }, label),
    side('mine', '保留本窗口的', mine), side('theirs', '采用另一窗口的', theirs));
}

/**
 * Where two versions differ. What only one side has touched since both were the same is proposed at once.
 * @param describe gives { label, text } of a place and its content
 */
export function differences(mine, theirs, base, describe) {
  return Object.keys(mine)
    .filter(name => !same(mine[name], theirs[name]))
    .map(name => ({
      name,
      label: describe(name, mine[name]).label,
      mine: describe(name, mine[name]).text,
      theirs: describe(name, theirs[name]).text,
      keep: base && same(mine[name], base[name]) ? 'theirs' : 'mine'
    }));
}

/** Whether two contents say the same. */
export function same(one, other) {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

// The server may name the parts of an object in another order.
function sorted(key, value) {
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value;
}
