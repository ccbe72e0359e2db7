import type { PageLanguage } from '../request/html-page.js';

/** The texts of the pages below /q. */
const texts = {
  title: ['Tables and named queries', '数据表与命名查询'],
  tables: ['Tables', '数据表'],
  tablesText: [
    'Each row of a table is one record, each column one value. Copy an address into Excel, Power BI, pandas, R, DuckDB or a dashboard: no key is needed. How, tool by tool, is in docs/tools of the repository.',
    '每行一条记录，每列一个值。把地址粘贴到 Excel、Power BI、pandas、R、DuckDB 或仪表板即可，无需密钥。各工具的做法见代码库 docs/tools。',
  ],
  together: ['All tables in one file', '全部数据表打包'],
  about: ['as a Frictionless data package', 'Frictionless 数据包说明'],
  queries: ['Named queries', '命名查询'],
  queriesText: [
    'Each link is an example and answers with JSON. Variables are given as ?name=value; those with ! and no default are required. With .csv, .ndjson or .parquet after the name, the answer is a table. Programs get this list as JSON from the same address, and an OpenAPI description from',
    '每个链接是一个示例，返回 JSON。变量写作 ?name=value；带 ! 且无默认值的必填。名称后加 .csv、.ndjson 或 .parquet 即得数据表。程序从同一地址得到 JSON 清单，OpenAPI 说明见',
  ],
  name: ['name', '表名'],
  rows: ['rows', '行数'],
  columns: ['columns', '列数'],
  formats: ['formats', '格式'],
  answers: ['answers', '内容'],
  variables: ['variables', '变量'],
  column: ['column', '列'],
  type: ['type', '类型'],
  unit: ['unit', '单位'],
  meaning: ['meaning', '含义'],
  preview: ['The first rows', '前几行'],
  use: ['Use it', '使用方法'],
  back: ['All tables', '全部数据表'],
  rowsOf: [
    'The table {0}: its columns, its first rows, and how tools read it.',
    '数据表 {0}：各列、前几行与使用方法。',
  ],
  unavailable: ['The rows are not available now.', '数据暂时不可用。'],
  excel: ['Excel: Data > From Web, and this address', 'Excel：数据 > 自网站，粘贴此地址'],
} as const satisfies Readonly<Record<string, readonly [en: string, zh: string]>>;

/** A text in a language. */
export const say = (language: PageLanguage, text: keyof typeof texts): string => texts[text][language === 'en' ? 0 : 1];
