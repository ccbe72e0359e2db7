import type { Cell } from '../tables/columns.js';
import type { ColumnMetadata } from '../tables/metadata.js';
import { cell as namedCell, escape, htmlPage, link, type PageLanguage } from '../request/html-page.js';
import { formatLinks, inEnglish } from './list-page.js';
import { say } from './words.js';

/** What the page of a table shows. */
export interface ShownTable {
  /** Its path with its search. */
  readonly url: string;
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
  const { url, name, description, columns, search, preview } = table;
  const heads = (['column', 'type', 'unit', 'meaning'] as const).map(
    (each) => `<th scope="col">${say(language, each)}</th>`,
  );
  const body = `<p>${link(`/q?lang=${language}`, say(language, 'back'))}</p>
<h1>${escape(name)}</h1>
<p>${inEnglish(language, description)} <span class="formats">${formatLinks(name, search)}</span></p>
<h2>${say(language, 'preview')}</h2>
${preview === null ? `<p>${say(language, 'unavailable')}</p>` : rowsTable(say(language, 'preview'), columns, preview)}
<h2>${say(language, 'use')}</h2>
${snippets(language, table)}
<h2>${say(language, 'columns')}: ${columns.length}</h2>
<table class="stacked">
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${columns.map((column) => columnRow(language, column)).join('\n')}
</tbody>
</table>`;
  return htmlPage({ language, url, title: name, description: say(language, 'rowsOf').replace('{0}', name), body });
}

const rowsTable = (caption: string, columns: readonly ColumnMetadata[], rows: readonly (readonly Cell[])[]): string =>
  `<div class="wide" tabindex="0" role="region" aria-label="${escape(caption)}"><table>
<thead><tr>${columns.map(({ name }) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell === null ? '' : escape(String(cell))}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;

const columnRow = (language: PageLanguage, { name, type, unit, title, description }: ColumnMetadata): string => {
  const inUnit = unit === null ? '' : typeof unit === 'string' ? unit : unit.column;
  const label = title[language];
  const meaning = `${label === null ? '' : `<b>${escape(label)}</b> `}${inEnglish(language, description ?? '')}`;
  return `<tr><th scope="row"><code>${escape(name)}</code></th>${namedCell(say(language, 'type'), type)}${namedCell(say(language, 'unit'), escape(inUnit))}${namedCell(say(language, 'meaning'), meaning)}</tr>`;
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
    .map(
      ([tool = '', text = '']) =>
        `<h3>${escape(tool)}</h3>\n<pre tabindex="0" role="region" aria-label="${escape(tool)}">${escape(text)}</pre>`,
    )
    .join('\n');
}
