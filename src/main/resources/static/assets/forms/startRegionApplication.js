// Start of 成效突出地区申报: direction, alone or with the other line of the region, privacy notice.

import { choice, fill, value } from './dom.js';
import { openStart, wanting } from './start-form.js';

export function start(camForm, $scope) {
  let version;
  return openStart(camForm, $scope, {
    path: '/api/region-applications/start',
    show(root, sheet) {
      version = sheet.privacyVersion;
      fill(root, sheet);
      root.querySelector('[data-joint]').hidden = !sheet.partnerName;
      root.querySelector('[data-bureau]').hidden = !sheet.consentNeeded;
      root.querySelector('[data-choices=direction]').replaceChildren(
        ...sheet.directions.map(one => choice('radio', 'direction', one.value, one.label)));
    },
    read: root => ({
      direction: value(root, 'direction'),
      mode: value(root, 'mode'),
      privacyVersion: value(root, 'privacyVersion') ? version : ''
    }),
    missing: root => wanting(root, [['direction', '选择申报方向'], ['privacyVersion', '阅读并同意个人信息处理告知']])
  });
}
