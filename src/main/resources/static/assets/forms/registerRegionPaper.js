// 登记纸质材料 of a region's application: 申报书 and evidence, bound together.

import { fill } from './dom.js';
import { PaperPage, openPaper } from './paper-page.js';

export function start(camForm, $scope) {
  return openPaper(camForm, $scope, 'region-paper', new RegionPaperPage());
}

class RegionPaperPage extends PaperPage {

  sender = '申报单位';

  show(root, sheet, form) {
    root.querySelector('[data-region]').href = `/regions/${sheet.number}`;
    root.querySelector('[data-with-list]').hidden = !sheet.listNumber;
    fill(root, { revision: sheet.rows[0].revision });
    super.show(root, sheet, form);
  }

}
