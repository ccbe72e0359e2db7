import type { Cell } from '../tables/columns.js';
import type { ColumnMetadata } from '../tables/metadata.js';
import { escape, htmlPage, link, type PageLanguage } from './html.js';
import { formatLinks } from './list-page.js';
import { say } from './words.js';

/** What the page of a table shows. */
export interface ShownTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ColumnMetadata[];
  /** The search of its address, such as `?recipient=422825`. */
  readonly search: string;
  /** The address of the server. */
  readonly server: string;
  /** The first rows; null where they cannot be read. */
  readonly preview: readonly (readonly Cell[])[] | null;
}

/** The page of a table: its columns, its first rows, and how tools read it. */
export function tablePage(language: PageLanguage, table: ShownTable): string {
  const { name, description, columns, search, preview } = table;
  const others = new URLSearchParams(search);
  others.set('lang', language === 'en' ? 'zh' : 'en');
  return htmlPage(
    language,
    name,
    `<p class="language">${link(`/q/${name}.html?${others.toString()}`, language === 'en' ? '中文版' : 'English')}</p>
<p>${link(`/q?lang=${language}`, say(language, 'back'))}</p>
<h1>${escape(name)}</h1>
<p>${escape(description)} ${formatLinks(name, search)}</p>
<h2>${say(language, 'preview')}</h2>
${preview === null ? `<p>${say(language, 'unavailable')}</p>` : rowsTable(columns, preview)}
<h2>${say(language, 'use')}</h2>
${snippets(language, table)}
<h2>${say(language, 'columns')}: ${columns.length}</h2>
<table>
<thead><tr>${(['column', 'type', 'unit', 'meaning'] as const).map((each) => `<th scope="col">${say(language, each)}</th>`).join('')}</tr></thead>
<tbody>
${columns.map((column) => columnRow(language, column)).join('\n')}
</tbody>
</table>`,
  );
}

const rowsTable = (columns: readonly ColumnMetadata[], rows: readonly (readonly Cell[])[]): string =>
  `<div class="wide"><table>
<thead><tr>${columns.map(({ name }) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell === null ? '' : escape(String(cell))}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;

const columnRow = (language: PageLanguage, { name, type, unit, title, description }: ColumnMetadata): string => {
  const inUnit = unit === null ? '' : typeof unit === 'string' ? unit : unit.column;
  const label = title[language];
  return `<tr><th scope="row"><code>${escape(name)}</code></th><td>${type}</td><td>${escape(inUnit)}</td><td>${label === null ? '' : `<b>${escape(label)}</b> `}${escape(description ?? '')}</td></tr>`;
};

/** The lines that read a table in each tool. Codes stay text, and money stays exact. */
function snippets(language: PageLanguage, { name, server, search, columns }: ShownTable): string {
  const address = (suffix: string, more = ''): string => {
    const all = [search.replace(/^\?/, ''), more].filter((part) => part !== '').join('&');
    return `${server}/q/${name}.${suffix}${all === '' ? '' : `?${all}`}`;
  };
  const codes = columns
    .filter((column) => column.type === 'string' && column.name.endsWith('code'))
    .map((each) => each.name);
  const python = codes.length > 0 ? `, dtype={${codes.map((code) => `"${code}": str`).join(', ')}}` : '';
  const r = codes.length > 0 ? `, colClasses = c(${codes.map((code) => `${code} = "character"`).join(', ')})` : '';
  return [
    ['curl', `curl -o ${name}.csv '${address('csv')}'`],
    ['Python', `import pandas as pd\n${name.replaceAll('-', '_')} = pd.read_csv("${address('csv')}"${python})`],
    ['R', `${name.replaceAll('-', '_')} <- read.csv("${address('csv')}"${r}, na.strings = "")`],
    ['DuckDB', `select * from read_parquet('${address('parquet')}');`],
    [say(language, 'excel'), address('csv', 'bom=1')],
  ]
    .map(([tool = '', text = '']) => `<h3>${escape(tool)}</h3>\n<pre>${escape(text)}</pre>`)
    .join('\n');
}
