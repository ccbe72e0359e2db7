import { pageNames } from '../../../platform/page-names.js';
import { firstLanguage } from '../page-language.js';

/** The texts of the explorer in English and Chinese; graphiql-words.ts has those of GraphiQL. */
const words = {
  title: pageNames.explorerPage,
  otherPages: ['Other pages', '其他页面'],
  otherLanguage: ['中文版', 'English'],
  sandbox: ['Open in Apollo ', '在 Apollo '],
  sandboxName: ['Sandbox', 'Sandbox 中打开'],
  readyQueries: ['Ready queries', '现成查询'],
  readyHelp: [
    'Each opens in a tab with its variables. Run it with Ctrl-Enter.',
    '点击后在新标签页中打开并带有变量，按 Ctrl-Enter 运行。',
  ],
  readyFilter: ['With the words', '包含文字'],
  readyNone: ['No ready query has these words.', '没有包含这些文字的现成查询。'],
  readyLoading: ['Loading …', '载入中……'],
  readyFailed: ['The ready queries cannot be loaded now.', '现成查询暂时无法载入。'],
  ofNation: ['On the whole country', '关于全国'],
  ofArticles: ['On five articles', '关于五篇文章'],
  asks_frontend: ['A frontend team asks', '前端团队的问题'],
  asks_analyst: ['An analyst asks', '分析人员的问题'],
  asks_officer: ['A programme officer asks', '帮扶干部的问题'],
  asks_agent: ['An assistant asks', '智能助手的问题'],
  asks_other: ['More', '其他'],
  plan: ['Plan', '查询计划'],
  planOf: ['Plan of {0}', '{0}的查询计划'],
  planLine: ['Plan of {0}: {1}', '{0}的查询计划：{1}'],
  planNone: [
    'Run an operation, and its plan is here: which subgraph was asked what, and when.',
    '运行查询后，这里显示查询计划：向哪个子图、在何时请求了什么。',
  ],
  planRefused: [
    'The last operation was not run, so it has no plan. The answer says why.',
    '上一次查询没有运行，因此没有查询计划，原因见返回结果。',
  ],
  planPicture: ['Picture of the plan', '查询计划图'],
  planText: ['As text', '文字形式'],
  planNobody: ['No subgraph was asked.', '没有请求任何子图。'],
  planSummary: ['{0} to {1} ({2}), in {3}.', '{0}，{1}（{2}），{3}。'],
  planRequest: ['Request to {0}', '对{0}的请求'],
  planQuery: ['its query', '请求内容'],
  planAt: ['at {0}', '位于 {0}'],
  planWhen: ['when {0}', '当 {0}'],
  planSequence: ['One after another', '依次进行'],
  planParallel: ['At the same time', '同时进行'],
  planThen: ['then', '然后'],
  planTogether: ['at the same time:', '同时进行：'],
  planIf: ['when {0}:', '当 {0}：'],
  planFieldsOf: ['{0} of {1}', '{1} 的 {0}'],
  planFetch: ['{0}: {1}', '{0}：{1}'],
  planFetchAt: ['{0}: {1}, at {2}', '{0}：{1}，位于 {2}'],
  request: ['request', '次请求'],
  subgraph: ['subgraph', '个子图'],
  round: ['round', '轮'],
  lastRun: ['the last run', '上次运行'],
  copyLink: ['Copy a link to this query', '复制本查询的链接'],
  linkCopied: ['The link is copied', '链接已复制'],
  linkInAddress: ['The address of the page is the link', '页面地址即为链接'],
  fields: ['Fields', '字段'],
  fieldsHelp: [
    'Search the names and descriptions of the graph, or tick the fields that the query asks for.',
    '搜索图谱的名称与说明，或勾选查询所需的字段。',
  ],
  fieldsSearch: ['Search the schema', '搜索图谱结构'],
  fieldsHint: ['财政资金, trained, legal basis …', '财政资金、挂职、legal basis……'],
  fieldsFound: ['{0} found', '找到{0}项'],
  fieldsCut: ['The first {0} of {1} are shown.', '共{1}项，显示前{0}项。'],
  fieldsDocs: ['Documentation of {0}', '{0}的文档'],
  fieldsLoading: ['The schema is loading …', '正在载入图谱结构……'],
  fieldsOpen: ['Fields of {0}', '{0}的字段'],
  fieldsBroken: ['The query cannot be read: mend it, and its fields are here.', '查询有语法错误，改正后即可勾选字段。'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;

export type ExplorerWord = keyof typeof words;

/** The language of the explorer, from its start on. */
export const language = firstLanguage();

/** A text of the explorer, with `{0}`, `{1}` … replaced by the values. */
export function say(word: ExplorerWord, ...values: readonly (string | number)[]): string {
  const [english, chinese] = words[word];
  return (language === 'EN' ? english : chinese).replace(/\{(\d)\}/g, (_, place: string) =>
    String(values[Number(place)] ?? ''),
  );
}
