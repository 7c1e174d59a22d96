// Only zh is offered, so a browser that asks for English gets Chinese too.
export default {
  app: { name: '用户管理', vendor: '护航遴选' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['../huhang/chinese', '../huhang/login'],
  disableWelcomeMessage: true
};
