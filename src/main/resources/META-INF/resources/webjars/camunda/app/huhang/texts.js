// English that is fixed in the webapps' code: exact texts, each only where it belongs.

const SCOPES = [
  ['[cam-widget-header]', {
    Tasklist: '待办',
    Cockpit: '运行监控',
    Admin: '用户管理',
    Welcome: '首页',
    // Cockpit and Admin show this key and never ask for its text.
    CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: '展开或收起导航'
  }],
  ['#footer-timezone', { 'Asia/Shanghai': '北京时间' }],
  ['.fjs-container, .fjs-dropdownlist', {
    'Field is required.': '请填写此项。',
    'Field must be a valid email.': '电子邮箱格式不正确。',
    'Field must be a valid  international phone number. (e.g. +4930664040900)': '电话号码格式不正确，须带国家代码，如 +8601012345678。',
    'Value is not a number.': '请填写数字。',
    'Value is expected to be an integer.': '请填写整数。',
    'Nothing to show.': '没有内容。',
    'No results': '没有匹配项',
    'All values selected': '已全部选择',
    Select: '请选择',
    Search: '查找',
    'Add new': '添加一项',
    Collapse: '收起',
    Increment: '增加',
    Decrement: '减少',
    'Previous page': '上一页',
    'Next page': '下一页',
    'yyyy/m/d': '年/月/日',
    'yyyy/mm/dd': '年/月/日',
    'hh:mm': '时:分',
    'Powered by bpmn.io': '表单技术：bpmn.io'
  }],
  ['.djs-container, .bjs-container, [cam-widget-bpmn-viewer], .diagram', {
    'zoom in': '放大',
    'zoom out': '缩小',
    'reset zoom': '还原大小',
    'Powered by bpmn.io': '流程图技术：bpmn.io'
  }],
  ['[uib-datepicker], [uib-timepicker], .uib-datepicker, .uib-timepicker, .cam-widget-inline-field', {
    previous: '上一页',
    next: '下一页',
    HH: '时',
    MM: '分',
    SS: '秒'
  }],
  ['.dmn-decision-table-container, .dmn-viewer, .dmn-js-parent', {
    'Hit policy:': '命中策略：',
    Unique: '唯一',
    Any: '任意',
    First: '首个',
    Priority: '优先级',
    Collect: '汇集',
    'Rule order': '规则顺序',
    'Output order': '输出顺序',
    'No overlap is possible and all rules are disjoint. Only a single rule can be matched': '各条规则互不重叠，只能命中一条',
    When: '条件',
    And: '且',
    Then: '结果',
    Annotations: '说明',
    'Input type': '输入类型',
    'Output label': '输出名称',
    'Output type': '输出类型',
    'Powered by bpmn.io': '决策表技术：bpmn.io',
    string: '文本',
    boolean: '布尔值',
    integer: '整数',
    long: '长整数',
    double: '小数',
    date: '日期'
  }],
  ['.tooltip-inner', {
    'Toggle this section': '展开或收起本节',
    processDefinition: '流程',
    userTask: '用户任务',
    serviceTask: '服务任务',
    sendTask: '发送任务',
    receiveTask: '接收任务',
    businessRuleTask: '规则任务',
    scriptTask: '脚本任务',
    callActivity: '调用流程',
    subProcess: '子流程',
    multiInstanceBody: '多实例',
    intermediateTimer: '定时事件',
    intermediateMessageCatch: '消息事件',
    eventBasedGateway: '事件网关'
  }],
  ['td, th, dd, option', {
    Actions: '操作',
    'Failed Job': '作业失败',
    'Failed External Task': '外部任务失败',
    'async-continuation': '异步执行',
    'async-before': '执行前',
    'async-after': '执行后',
    'timer-intermediate-transition': '定时事件',
    'timer-transition': '边界定时',
    'timer-start-event': '定时启动',
    null: '空',
    String: '文本',
    Boolean: '布尔值',
    Date: '日期',
    Double: '双精度数',
    Integer: '整数',
    Long: '长整数',
    Short: '短整数',
    Null: '空',
    Object: '对象',
    File: '文件',
    Bytes: '二进制'
  }],
  ['body', {
    Jonny: '名',
    Prosciutto: '姓',
    'j.prosciutto@acme.org': '电子邮箱',
    'Select all': '全选',
    'Unselect all': '取消全选',
    'Invalid Date Value.': '日期不正确。',
    'This feature is unsupported in your Browser.': '当前浏览器不支持此功能。'
  }]
];

const FORM_MESSAGES = [
  [/^Field must match pattern .*$/s, '格式不正确，请按填写说明输入。'],
  [/^Field must have minimum value of (.*)\.$/, '不得小于 $1。'],
  [/^Field must have maximum value of (.*)\.$/, '不得大于 $1。'],
  [/^Field must have minimum length of (.*)\.$/, '不得少于 $1 个字。'],
  [/^Field must have maximum length of (.*)\.$/, '不得超过 $1 个字。'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, '小数不得超过 $1 位。'],
  [/^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/, '数值不正确，最接近的值是 $1 和 $2。'],
  [/^Click to sort by (.*) (?:a|de)scending$/, '按“$1”排序'],
  [/^Click to remove sorting by (.*)$/, '取消按“$1”排序'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1）'],
  [/^Remove list item (\d+)$/, '移除第 $1 项']
];

const ATTRIBUTES = ['title', 'placeholder', 'aria-label'];

const WRITTEN_BY_PEOPLE = 'textarea, pre, code, [contenteditable=true]';

/** Puts the fixed English of this node and of everything below it into Chinese. */
export function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    text(node);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let next = node; next; next = walker.nextNode()) {
    if (next.nodeType === Node.TEXT_NODE) {
      text(next);
    } else {
      attributes(next);
    }
  }
}

function text(node) {
  const english = node.nodeValue.trim();
  const element = node.parentElement;
  if (!english || !element || element.closest(WRITTEN_BY_PEOPLE)) {
    return;
  }
  const chinese = lookUp(english, element);
  if (chinese) {
    node.nodeValue = node.nodeValue.replace(english, () => chinese);
  }
}

function attributes(element) {
  ATTRIBUTES.forEach(name => {
    const english = element.getAttribute(name);
    const chinese = english && lookUp(english.trim(), element);
    if (chinese) {
      element.setAttribute(name, chinese);
    }
  });
}

function lookUp(english, element) {
  for (const [scope, texts] of SCOPES) {
    if (Object.hasOwn(texts, english) && element.closest(scope)) {
      return texts[english];
    }
  }
  if (!element.closest('.fjs-container')) {
    return null;
  }
  const message = FORM_MESSAGES.find(([pattern]) => pattern.test(english));
  return message ? english.replace(message[0], message[1]) : null;
}
