// 证明材料: one place for each paper that the annex asks for, and all files with what they stand for.

import { get, newKey } from './api.js';
import { isFile, mark } from './corrections.js';
import { el, link, value } from './dom.js';
import { Files } from './files.js';

const BOUND = /\.(pdf|jpe?g|png)$/i;
const LEVELS = { D1: 'industrialLevel', D2: 'vehicleLevel' };

export class EvidenceDesk {

  /**
   * @param root the form
   * @param base address of the task in the task API
   */
  constructor(root, base) {
    Object.assign(this, { root, base, slots: [], plan: { files: {}, waivers: {}, dates: {} }, asked: [] });
    this.place = root.querySelector('[data-slots]');
    const files = root.querySelector('[data-files]');
    this.files = new EvidenceFiles(files, `${base}/files/evidence`, this,
      () => files.dispatchEvent(new Event('change', { bubbles: true })));
    root.addEventListener('change', event => event.target.dataset?.slot && this.tick(event.target));
    root.addEventListener('input', event => event.target.dataset?.waiver && this.reason(event.target));
    root.addEventListener('input', ({ target }) => target.dataset?.dated && (this.plan.dates[target.dataset.dated] = target.value));
  }

  /**
   * @param corrections what the officer asked for, of which those about files are marked here
   */
  show(files, plan, corrections = []) {
    this.place.replaceChildren();
    this.asked = corrections.filter(({ target }) => isFile(target));
    this.plan = { files: { ...plan.files }, waivers: { ...plan.waivers }, dates: { ...plan.dates } };
    this.files.show(files);
  }

  /** In the order of the files: what a repeated save sends must be the same text. */
  read() {
    const files = Object.fromEntries(this.files.files
      .filter(({ id }) => this.plan.files[id]?.length).map(({ id }) => [id, this.plan.files[id]]));
    const waivers = Object.fromEntries(Object.entries(this.plan.waivers).filter(([, reason]) => reason));
    const dates = Object.fromEntries(this.files.files
      .filter(({ id }) => this.plan.dates[id]).map(({ id }) => [id, this.plan.dates[id]]));
    return { files, waivers, dates };
  }

  busy() {
    return this.files.busy();
  }

  /** Asks what direction, categories and level demand, whenever one of them has changed. */
  async follow(categories) {
    const direction = value(this.root, 'direction');
    const query = new URLSearchParams({ direction, level: LEVELS[direction] ? value(this.root, LEVELS[direction]) : '' });
    categories.forEach(category => query.append('category', category));
    const wanted = query.toString();
    if (wanted === this.wanted) {
      return;
    }
    this.wanted = wanted;
    try {
      const slots = await get(`${this.base}/case-application/evidence-slots?${wanted}`);
      if (wanted === this.wanted) {
        this.slots = slots;
        this.files.show(this.files.files);
      }
    } catch {
      // The next change asks again.
      this.wanted = undefined;
    }
  }

  /** All slots anew; queues with a file on its way stay. */
  draw() {
    const drawn = new Map([...this.place.children].map(slot => [slot.dataset.field, slot]));
    this.place.replaceChildren(...this.slots.map(slot => {
      const section = drawn.get(field(slot)) ?? this.section(slot);
      this.update(section, slot);
      return section;
    }));
    this.tellState();
  }

  section(slot) {
    const queue = el('ul', { 'data-queue': '' });
    const picker = el('input', { type: 'file', multiple: true, accept: '.pdf,.jpg,.jpeg,.png',
      'aria-label': `为“${slot.title}”选择文件` });
    const section = el('section', { class: 'slot', 'data-field': field(slot) },
      el('h4', {}, el('span', { class: 'mark' }), el('span', { class: 'title' }, slot.title),
        el('span', { class: 'hint' }, demand(slot))),
      el('ul', { class: 'given' }),
      queue,
      el('div', { class: 'drop' }, el('label', { class: 'pick' }, picker, el('span', {}, '选择文件')),
        el('span', { class: 'secret' }, '涉密信息不得上传'),
        el('span', { class: 'hint' }, 'PDF、JPG 或 PNG，可拖放到此处；已上传的文件，在下表勾选即可')),
      el('div', { class: 'waiver' }));
    this.files.accept(section, picker, file => this.send(file, slot, queue));
    return section;
  }

  send(file, slot, queue) {
    if (BOUND.test(file.name)) {
      this.files.send(file, newKey(), { queue, added: added => this.assign(added.id, slot.id) });
      return;
    }
    const line = el('li', { class: 'failed' }, el('span', { class: 'name' }, file.name),
      el('span', { class: 'state', role: 'alert' }, '不能装订，请转换为PDF后上传；原文件可作为其他补充材料上传。'),
      el('span', { class: 'actions' },
        el('button', { type: 'button', class: 'plain', onclick: () => line.remove() }, '移除')));
    queue.append(line);
  }

  update(section, slot) {
    const given = this.given(slot);
    const state = this.state(slot);
    section.className = `slot ${state}`;
    section.querySelector('.mark').textContent = { given: '已提供', waived: '已说明', optional: '可选', missing: '缺' }[state];
    section.querySelector('.given').replaceChildren(...given.map(file => el('li', {}, link(file.link, file.name),
      el('span', { class: 'facts' }, [file.pages ? `${file.pages}页` : '', file.sizeText].filter(Boolean).join('　')))));
    this.updateWaiver(section.querySelector('.waiver'), slot, given.length > 0);
  }

  updateWaiver(place, slot, given) {
    if (given || !waivable(slot)) {
      place.replaceChildren();
    } else if (!place.firstChild) {
      const id = `waiver-${slot.id}`;
      place.append(el('label', { for: id }, slot.waiver ? `${slot.waiver}的，可不提供，请说明理由：` : '不能提供的，请说明理由：'),
        el('input', { type: 'text', id, maxlength: 400, 'data-waiver': slot.id,
          value: this.plan.waivers[slot.id] ?? '' }));
    }
  }

  given(slot) {
    return this.files.files.filter(({ id }) => this.plan.files[id]?.includes(slot.id));
  }

  state(slot) {
    if (this.given(slot).length) {
      return 'given';
    }
    if (waivable(slot) && this.plan.waivers[slot.id]?.trim()) {
      return 'waived';
    }
    const another = slot.force === 'ANY' && this.slots.some(other => other.force === 'ANY' && this.given(other).length);
    return another ? 'optional' : 'missing';
  }

  tellState() {
    const missing = this.slots.filter(slot => this.state(slot) === 'missing').length;
    this.root.querySelector('[data-evidence-state]').textContent = this.slots.length === 0
      ? '选择申报方向和对应的企业类别后，这里列出需附的材料。'
      : `本方向需附材料 ${this.slots.length} 项，${missing ? `还缺 ${missing} 项。` : '已齐备。'}`;
  }

  assign(file, slot) {
    const before = this.plan.files[file] ?? [];
    if (!before.includes(slot)) {
      this.plan.files[file] = [...before, slot];
    }
  }

  tick(box) {
    const { file, slot } = box.dataset;
    if (box.checked) {
      this.assign(file, slot);
    } else {
      this.plan.files[file] = (this.plan.files[file] ?? []).filter(other => other !== slot);
    }
    // The list stays as it is, so that the ticked box keeps the focus.
    this.draw();
    this.files.files.forEach(other => other.id === file && this.files.tellUse(box.closest('td'), other));
  }

  reason(input) {
    this.plan.waivers[input.dataset.waiver] = input.value;
    this.draw();
  }

}

/** The table of all files, with what each stands for. */
class EvidenceFiles extends Files {

  constructor(place, path, desk, changed) {
    super(place, path, changed);
    this.desk = desk;
    this.files = [];
  }

  show(files) {
    super.show(files);
    this.markMissing();
    this.desk.draw();
  }

  // The reason stays in sight when the file that it was about is gone.
  markMissing() {
    this.place.querySelectorAll(':scope > .correction').forEach(old => old.remove());
    this.place.prepend(...this.desk.asked.filter(({ target }) => !this.files.some(file => target === place(file)))
      .map(item => mark(item, `（${item.label}，现已删除）`)));
  }

  row(file, index) {
    const row = super.row(file, index);
    row.dataset.field = place(file);
    row.children[1].append(...this.desk.asked.filter(({ target }) => target === place(file)).map(item => mark(item)));
    if (BOUND.test(file.name)) {
      row.children[1].append(' ', el('a', { href: `${file.link}/preview`, target: '_blank', rel: 'noopener',
        class: 'facts', 'aria-label': `预览 ${file.name}` }, '预览'));
    }
    row.lastChild.before(this.use(file));
    return row;
  }

  use(file) {
    const cell = el('td', { class: 'use', 'data-field': `evidence-${file.id}` });
    if (BOUND.test(file.name)) {
      cell.append(...this.desk.slots.map(slot => this.choice(file, slot)));
    }
    cell.append(el('span', { class: 'hint' }), this.date(file));
    this.tellUse(cell, file);
    return cell;
  }

  /** What stands on the paper: 申报内容应为活动年度内的工作. */
  date(file) {
    return el('label', { class: 'dated' }, '材料日期', el('input', { type: 'text', maxlength: 30, placeholder: '可不填', title: '材料上写明的日期，如 2024-10 或 2024-10-08',
      'data-dated': file.id, 'aria-label': `${file.name} 的材料日期`, value: this.desk.plan.dates[file.id] ?? '' }));
  }

  choice(file, slot) {
    const box = el('input', { type: 'checkbox', 'data-file': file.id, 'data-slot': slot.id,
      checked: Boolean(this.desk.plan.files[file.id]?.includes(slot.id)), 'aria-label': `${file.name} 作为 ${slot.title}` });
    return el('label', { class: 'choice' }, box, el('span', {}, slot.title));
  }

  tellUse(cell, file) {
    const assigned = this.desk.plan.files[file.id] ?? [];
    const now = assigned.filter(id => this.desk.slots.some(slot => slot.id === id));
    cell.querySelector('.hint').textContent = now.length ? ''
      : assigned.length && this.desk.slots.length ? '未归类（申报方向已改变，请重新勾选；不勾选的作为其他补充材料）' : '其他补充材料';
  }

}

const field = slot => `evidence-${slot.id}`;
const place = file => `file:${file.id}`;
const waivable = slot => slot.force === 'WARN' || Boolean(slot.waiver);

function demand({ force, clause }) {
  return `${{ ALL: '须提供', ANY: '各项中至少提供一项', WARN: '请提供' }[force]}（${clause}）`;
}
