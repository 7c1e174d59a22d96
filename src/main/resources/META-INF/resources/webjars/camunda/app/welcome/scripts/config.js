// Only zh is offered, so a browser that asks for English gets Chinese too.
export default {
  app: { name: '首页', vendor: '护航遴选' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  customScripts: ['../huhang/chinese', '../huhang/login'],
  disableWelcomeMessage: true,
  links: [{ label: '门户', href: '/', description: '申报、审核与结果查询' }]
};
