// 附件1 典型案例申报表.

import { showCorrections } from './corrections.js';
import { choice, el, fill, setValue, value } from './dom.js';
import { EvidenceDesk } from './evidence.js';
import { openTask, readFields } from './task-form.js';
import { wordCount } from './word-count.js';

const OTHER = 'OTHER';
const LEVELS = { D1: 'industrialLevel', D2: 'vehicleLevel' };
const BEFORE_CATEGORIES = ['caseName', 'filingDate', 'unitName', 'unifiedCode', 'establishedOn', 'address',
  'registeredCapitalWan', 'ownership', 'ownershipOther', 'contactName', 'contactPhone', 'fax', 'email'];
const AFTER_CATEGORIES = ['direction', 'industrialLevel', 'vehicleLevel', 'profile', 'overview', 'results', 'signerRole', 'signer',
  'summary', 'workFrom', 'workTo', 'ownsRights', 'appliesAlone', 'noSecrets', 'preCheckWanted'];

export function start(camForm, $scope) {
  const page = new CasePage(camForm.taskId);
  return openTask(camForm, $scope, {
    path: 'case-application',
    content: 'form',
    show: (root, sheet, task) => page.show(root, sheet, task),
    read: root => page.read(root),
    ready: () => page.ready(),
    describe: (name, content) => page.describe(name, content)
  });
}

class CasePage {

  constructor(taskId) {
    this.taskId = taskId;
  }

  show(root, sheet, task) {
    this.root = root;
    this.confirmed = task.problems.confirmed;
    this.confirmed.clear();
    sheet.form.confirmations.forEach(key => this.confirmed.add(key));
    this.sheet = sheet;
    this.banner();
    this.choices();
    this.values();
    if (!this.evidence) {
      this.evidence = new EvidenceDesk(root, `/api/tasks/${this.taskId}`);
      root.addEventListener('input', () => this.follow());
      root.addEventListener('change', () => this.follow());
    }
    this.evidence.show(sheet.evidence, sheet.form.evidence, sheet.returned?.corrections);
    this.follow();
  }

  banner() {
    const { daysLeft, returned } = this.sheet;
    this.root.querySelector('[data-left]').textContent = daysLeft > 0 ? `（还剩${daysLeft}天）` : '（今天截止）';
    this.root.querySelector('[data-preview]').href = `/api/tasks/${this.taskId}/case-application/preview`;
    this.root.querySelector('[data-returned]').hidden = !returned;
    fill(this.root, { returnedStep: returned?.step ?? '', returnedAt: returned?.at ?? '',
      returnedReason: returned?.reason ?? '' });
    showCorrections(this.root, returned?.corrections ?? []);
  }

  choices() {
    const { ownerships, categories, directions } = this.sheet;
    this.place('ownership').replaceChildren(...ownerships.map(kind => this.ownership(kind)));
    this.place('categories').replaceChildren(
      ...categories.map(kind => this.category(kind)));
    this.place('direction').replaceChildren(
      ...directions.map(kind => choice('radio', 'direction', kind.code, kind.formLabel)));
    for (const [code, name] of Object.entries(LEVELS)) {
      const { levels } = directions.find(direction => direction.code === code);
      this.place(name).replaceChildren(...levels.map(level => choice('radio', name, level, level)));
    }
  }

  category({ code, formLabel, added }) {
    const box = choice('checkbox', 'category', code, formLabel);
    box.append(...(added ? [el('span', { class: 'hint' }, '（按通知一（一）增列）')] : []));
    return box;
  }

  ownership({ code, label }) {
    const box = choice('radio', 'ownership', code, code === OTHER ? `${label}：` : label);
    return code === OTHER
      ? el('div', { class: 'with-text', 'data-field': 'ownershipOther' }, box,
        el('input', { type: 'text', name: 'ownershipOther', maxlength: 100, 'aria-label': '其他（请注明）' }))
      : box;
  }

  values() {
    const { form } = this.sheet;
    [...BEFORE_CATEGORIES, ...AFTER_CATEGORIES, 'unifiedCodeReason'].forEach(name => setValue(this.root, name, form[name]));
    this.root.querySelectorAll('[name=category]').forEach(box => {
      box.checked = form.categories.includes(box.value);
    });
    [this.main] = form.categories;
  }

  /** Everything on the sheet that depends on something else. */
  follow() {
    this.followOwnership();
    this.followCategories();
    this.followDirection();
    this.followSigner();
    this.followCode();
    this.evidence.follow(this.categories(this.root));
    this.root.querySelector('[data-mirror]').textContent = value(this.root, 'unitName');
    this.count('profile', this.sheet.profileChars);
    this.count('summary', this.sheet.summaryChars);
    this.count('overview');
    this.count('results');
  }

  followOwnership() {
    const other = this.root.querySelector('[name=ownershipOther]');
    other.disabled = value(this.root, 'ownership') !== OTHER;
    if (other.disabled) {
      other.value = '';
    }
  }

  followCategories() {
    const ticked = [...this.root.querySelectorAll('[name=category]:checked')].map(box => box.value);
    const select = this.root.querySelector('[data-main-category]');
    if (select.options.length && ticked.includes(select.value)) {
      this.main = select.value;
    }
    if (!ticked.includes(this.main)) {
      [this.main] = ticked;
    }
    select.replaceChildren(...ticked.map(code => el('option', { value: code, selected: code === this.main },
      this.sheet.categories.find(category => category.code === code).formLabel)));
    this.root.querySelector('[data-main]').hidden = ticked.length < 2;
  }

  followDirection() {
    const code = value(this.root, 'direction');
    for (const row of this.root.querySelectorAll('[data-level]')) {
      const own = row.dataset.level === code;
      row.classList.toggle('inactive', !own);
      row.querySelectorAll('input').forEach(box => {
        box.disabled = !own;
        box.checked &&= own;
      });
    }
    const direction = this.sheet.directions.find(kind => kind.code === code);
    this.root.querySelector('[data-guidance-title]').textContent
      = direction?.guidanceTitle ?? '请先在“一、申报单位基本情况”中选择申报方向';
    this.root.querySelector('[data-guidance]').textContent = direction?.guidance ?? '';
  }

  followSigner() {
    const label = value(this.root, 'signerRole') === 'HEAD_OF_BRANCH' ? '负责人' : '法定代表人';
    this.root.querySelectorAll('[data-signer-label]').forEach(place => { place.textContent = label; });
  }

  /** 9 characters, hyphen or not: the older code, which needs a reason. */
  followCode() {
    const code = value(this.root, 'unifiedCode').normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
    const place = this.root.querySelector('[data-older-code]');
    place.hidden = code.length !== 9 && !value(this.root, 'unifiedCodeReason');
  }

  count(name, most) {
    const counter = this.root.querySelector(`[data-counter="${name}"]`);
    const words = wordCount(value(this.root, name));
    counter.textContent = most ? `已填 ${words} / ${most} 字` : `已填 ${words} 字`;
    counter.classList.toggle('over', words > most);
  }

  /** In the order of the record, the main category first. */
  read(root) {
    return { ...readFields(root, BEFORE_CATEGORIES), categories: this.categories(root),
      ...readFields(root, AFTER_CATEGORIES), confirmations: [...this.confirmed], ...readFields(root, ['unifiedCodeReason']), evidence: this.evidence.read() };
  }

  categories(root) {
    const ticked = [...root.querySelectorAll('[name=category]:checked')].map(box => box.value);
    return [this.main, ...ticked.filter(code => code !== this.main)].filter(Boolean);
  }

  /** A field as people read it: codes by their names. */
  describe(name, content) {
    const { ownerships, categories, directions, labels } = this.sheet;
    const named = (kinds, code, label) => kinds.find(kind => kind.code === code)?.[label] ?? code;
    const texts = {
      ownership: () => named(ownerships, content, 'label'),
      categories: () => content.map(code => named(categories, code, 'formLabel')).join('、'),
      direction: () => named(directions, content, 'formLabel'),
      evidence: () => `${Object.keys(content.files).length} 个文件已归类，${Object.keys(content.waivers).length} 项说明缺失理由`,
      confirmations: () => `${content.length} 项`
    };
    const text = texts[name]?.() ?? String(content);
    return { label: labels[name] ?? '已核对的提示', text: text === 'true' ? '是' : text };
  }

  ready() {
    return this.evidence.busy()
      ? [{ field: 'evidence', text: '“证明材料”仍在上传，请等上传完成后再提交。', clause: '' }] : [];
  }

  place(name) {
    return this.root.querySelector(`[data-choices="${name}"]`);
  }

}
