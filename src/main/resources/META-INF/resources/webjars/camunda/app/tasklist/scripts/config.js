// Only zh is offered, so a browser that asks for English gets Chinese too.
export default {
  app: { name: '待办', vendor: '护航遴选' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['../huhang/chinese', '../huhang/login', '../huhang/camunda-forms'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '领取当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '定位到第一个筛选器' },
    focusList: { key: 'ctrl+alt+l', description: '定位到任务列表的第一项' },
    focusForm: { key: 'ctrl+alt+f', description: '定位到表单的第一个输入框' },
    startProcess: { key: 'ctrl+alt+p', description: '发起流程' }
  }
};
