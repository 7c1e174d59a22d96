// What the locale file cannot reach in the four webapps: calendars, form-js and fixed English.
import { demoOffset, shiftClock } from './clock.js';
import { keepTexts } from './locale.js';
import { translate } from './texts.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const DAYS = Array.from('日一二三四五六');

document.documentElement.lang = 'zh-CN';
const [offset] = await Promise.all([demoOffset(), keepTexts()]);
shiftClock(offset);
preferChineseDates();

/** form-js writes and reads its dates in the browser's default language. */
function preferChineseDates() {
  const Native = Intl.DateTimeFormat;
  const chinese = locales => (locales === undefined || locales === 'default' ? 'zh-CN' : locales);
  Intl.DateTimeFormat = function (locales, options) {
    return new Native(chinese(locales), options);
  };
  Intl.DateTimeFormat.prototype = Native.prototype;
  Intl.DateTimeFormat.supportedLocalesOf = Native.supportedLocalesOf;
}

function calendars($locale) {
  Object.assign($locale.DATETIME_FORMATS, {
    MONTH: MONTHS,
    STANDALONEMONTH: MONTHS,
    SHORTMONTH: MONTHS,
    DAY: DAYS.map(day => `星期${day}`),
    SHORTDAY: DAYS,
    AMPMS: ['上午', '下午'],
    FIRSTDAYOFWEEK: 0,
    medium: 'y年M月d日 HH:mm:ss',
    short: 'y-MM-dd HH:mm',
    fullDate: 'y年M月d日EEEE',
    longDate: 'y年M月d日',
    mediumDate: 'y年M月d日',
    shortDate: 'y-MM-dd',
    mediumTime: 'HH:mm:ss',
    shortTime: 'HH:mm'
  });
}

function formCalendar() {
  window.flatpickr?.setDefaults({ now: new Date() });
  window.flatpickr?.localize({
    weekdays: { shorthand: DAYS, longhand: DAYS.map(day => `星期${day}`) },
    months: { shorthand: MONTHS, longhand: MONTHS },
    firstDayOfWeek: 1,
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动切换',
    toggleTitle: '点击切换',
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分',
    ordinal: () => '',
    time_24hr: true
  });
}

/** An exclusive midnight is 24:00 of the day before, as the notice writes it. */
function midnights(moment) {
  const format = moment.fn.format;
  moment.fn.format = function (pattern) {
    const plain = format.call(this, pattern);
    const midnight = this.hour() === 0 && this.minute() === 0 && this.second() === 0;
    return midnight && /^LLLL?$/.test(pattern)
      ? format.call(this.clone().subtract(1, 'day'), pattern).replace('00:00', '24:00')
      : plain;
  };
}

function watch() {
  translate(document.body);
  new MutationObserver(changes => changes.forEach(change => {
    change.addedNodes.forEach(translate);
    if (change.type !== 'childList') {
      translate(change.target);
    }
  })).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['title', 'placeholder', 'aria-label']
  });
}

/** Cockpit fixes its dates in code as 2024-12-31T18:00:00. */
function dates($provide) {
  $provide.decorator('camDateFormat', ['$delegate', format => kind => format(kind).replace('[T]', ' ')]);
}

// Custom scripts run before the app starts; cam.commons is the module that all four share.
const shared = window.angular.module('cam.commons');
shared.config(['$provide', dates]);
shared.run(['$locale', '$injector', ($locale, $injector) => {
  calendars($locale);
  formCalendar();
  if ($injector.has('moment')) {
    midnights($injector.get('moment'));
  }
  // Dates, not "3 days ago": a person who works against a deadline needs the day.
  if ($injector.has('amTimeAgoConfig')) {
    Object.assign($injector.get('amTimeAgoConfig'), { fullDateThreshold: -1e9, fullDateFormat: 'LLL' });
  }
  // Year before month, as in 2024年12月.
  if ($injector.has('uibDatepickerConfig')) {
    Object.assign($injector.get('uibDatepickerConfig'), {
      formatDayTitle: 'y年M月', formatMonthTitle: 'y年', formatYear: 'y年', formatMonth: 'M月', formatDay: 'd'
    });
  }
  watch();
}]);
