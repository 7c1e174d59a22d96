// 登记纸质材料 of a list: 附件3, 报送函 and each case, and what becomes of cases above the cap.

import { choice, value } from './dom.js';
import { PaperPage, openPaper } from './paper-page.js';
import { showFields } from './task-form.js';

export function start(camForm, $scope) {
  return openPaper(camForm, $scope, 'case-paper', new ListPaperPage());
}

class ListPaperPage extends PaperPage {

  sender = '推荐单位';

  show(root, sheet, form) {
    const { number, excess, excessSettled, paper } = sheet;
    root.querySelector('[data-recommendation]').href = `/recommendations/${number}`;
    root.querySelector('[data-excess]').hidden = excess.length === 0;
    root.querySelector('[data-excess-choices]').replaceChildren(
      ...excess.map(({ value: name, label }) => choice('radio', 'excess', name, label)));
    root.querySelector('[data-settled]').hidden = !excessSettled;
    showFields(root, ['excess'], paper);
    super.show(root, sheet, form);
  }

  /** Cases above the cap are not counted where they are not received. */
  required(row) {
    return super.required(row) && !(value(this.root, 'excess') === 'CUT' && row.rank > this.sheet.cap);
  }

  follow() {
    const refused = value(this.root, 'excess') === 'REFUSE';
    this.root.querySelectorAll('[data-counting]').forEach(part => { part.hidden = refused; });
    this.root.querySelector('[data-field=receivedOn]').hidden = refused;
    super.follow();
  }

  /** In the order of the record. */
  read(root) {
    const { outcome, ...counted } = super.read(root);
    return { outcome, excess: value(root, 'excess'), ...counted };
  }

}
