/** The texts of lists. */
export const listWords = {
  filters: ['Filters', '筛选'],
  all: ['all', '全部'],
  yearFilter: ['In the year', '年份'],
  yearPublished: ['Published in', '发布年份'],
  textFilter: ['With the text', '包含文字'],
  badYear: [
    '“{0}” is no year: a year has four digits, such as 2019. All years are shown.',
    '“{0}”不是年份，请输入四位数字，如2019。现显示全部年份。',
  ],
  badChoice: ['There is no “{0}” to choose here: see the filters above.', '没有“{0}”这一选项，请在上方筛选中选择。'],
  sort: ['Sort by', '排序'],
  sortBy: ['Sort by: {0}', '按“{0}”排序'],
  listCount: ['{0} found', '共{0}项'],
  listPart: ['{0} of {1} shown', '共{1}项，显示{0}项'],
  listNone: ['Nothing in the data is like this. Take away a filter.', '数据中没有符合条件的内容，请减少筛选条件。'],
  firstPage: ['First page', '首页'],
  nextPage: ['Next page', '下一页'],
  pagesOfList: ['Pages of the list', '分页'],
  untilHead: ['Until', '止于'],
  pairingsIntro: [
    'Who helps whom in the whole country. A pairing that is not here may exist: no source in the data reports it.',
    '全国的结对关系。未列出的结对也可能存在，只是数据中的来源没有记载。',
  ],
  regionsIntro: [
    'Every province, prefecture and county of the register, and places that sources name.',
    '登记册中的全部省、地、县，以及来源提到的地方。',
  ],
  documentsIntro: ['Everything in the data is drawn from one of these documents.', '数据中的所有内容均出自这些文献。'],
  programmesIntro: [
    'The programmes under which regions are paired, each with its rounds.',
    '各项帮扶机制及其历轮名单。',
  ],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;
