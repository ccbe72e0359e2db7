import { tableFormats } from '../tables/formats/index.js';
import { escape, htmlPage, link, type PageLanguage } from './html.js';
import type { ListedQuery } from './list.js';
import { say } from './words.js';

/** A table in the list. */
export interface ListedTable {
  readonly name: string;
  readonly description: string;
  readonly columns: number;
  /** Null where it is not known. */
  readonly rows: number | null;
}

/** The page at /q: the tables first, then all named queries. */
export function listPage(
  language: PageLanguage,
  tables: readonly ListedTable[],
  queries: readonly ListedQuery[],
): string {
  const other = language === 'en' ? link('/q?lang=zh', '中文版') : link('/q?lang=en', 'English');
  return htmlPage(
    language,
    say(language, 'title'),
    `<p class="language">${other}</p>
<h1>${say(language, 'tables')}</h1>
<p>${say(language, 'tablesText')}</p>
<table>
${head(language, ['name', 'rows', 'columns', 'answers', 'formats'])}
<tbody>
${tables.map((table) => tableRow(language, table)).join('\n')}
</tbody>
</table>
<p>${link('/q/all.zip', say(language, 'together'))}, ${link('/q/datapackage.json', say(language, 'about'))}.</p>
<h1>${say(language, 'queries')}</h1>
<p>${escape(say(language, 'queriesText'))} ${link('/q/openapi.json', 'openapi.json')}.</p>
<table>
${head(language, ['name', 'answers', 'variables'])}
<tbody>
${queries.map(queryRow).join('\n')}
</tbody>
</table>`,
  );
}

const head = (language: PageLanguage, names: readonly Parameters<typeof say>[1][]): string =>
  `<thead><tr>${names.map((name) => `<th scope="col">${say(language, name)}</th>`).join('')}</tr></thead>`;

const tableRow = (language: PageLanguage, { name, description, columns, rows }: ListedTable): string => `<tr>
<th scope="row">${link(`/q/${name}.html?lang=${language}`, name)}</th>
<td class="number">${rows === null ? '' : rows.toLocaleString('en')}</td>
<td class="number">${columns}</td>
<td>${escape(description)}</td>
<td>${formatLinks(name)}</td>
</tr>`;

/** Links to a table in its forms. */
export const formatLinks = (name: string, search = ''): string =>
  [...tableFormats.map((format) => format.name), 'metadata.json']
    .map((suffix) => link(`/q/${name}.${suffix}${search}`, suffix))
    .join(' ');

const queryRow = ({ name, description, variables, example }: ListedQuery): string => `<tr>
<th scope="row">${link(example, name)}</th>
<td>${escape(description)}</td>
<td>${variables.map(({ name: variable, type }) => `<code>${escape(`${variable}: ${type}`)}</code>`).join('<br>')}</td>
</tr>`;
