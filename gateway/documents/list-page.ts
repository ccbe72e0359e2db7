import { tableFormats } from '../tables/formats/index.js';
import { cell, escape, htmlPage, link, type PageLanguage } from '../request/html-page.js';
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
  url: string,
  tables: readonly ListedTable[],
  queries: readonly ListedQuery[],
): string {
  const body = `<h1>${say(language, 'tables')}</h1>
<p>${say(language, 'tablesText')}</p>
<table class="stacked">
${head(language, ['name', 'rows', 'columns', 'answers', 'formats'])}
<tbody>
${tables.map((table) => tableRow(language, table)).join('\n')}
</tbody>
</table>
<p>${link('/q/all.zip', say(language, 'together'))}, ${link('/q/datapackage.json', say(language, 'about'))}.</p>
<h1>${say(language, 'queries')}</h1>
<p>${escape(say(language, 'queriesText'))} ${link('/q/openapi.json', 'openapi.json')}.</p>
<table class="stacked">
${head(language, ['name', 'answers', 'variables'])}
<tbody>
${queries.map((query) => queryRow(language, query)).join('\n')}
</tbody>
</table>`;
  return htmlPage({ language, url, title: say(language, 'title'), description: say(language, 'tablesText'), body });
}

const head = (language: PageLanguage, names: readonly Parameters<typeof say>[1][]): string =>
  `<thead><tr>${names.map((name) => `<th scope="col">${say(language, name)}</th>`).join('')}</tr></thead>`;

const tableRow = (language: PageLanguage, { name, description, columns, rows }: ListedTable): string => `<tr>
<th scope="row">${link(`/q/${name}.html?lang=${language}`, name)}</th>
${cell(say(language, 'rows'), rows === null ? '' : rows.toLocaleString('en'), 'number')}
${cell(say(language, 'columns'), String(columns), 'number')}
${cell(say(language, 'answers'), inEnglish(language, description))}
${cell(say(language, 'formats'), formatLinks(name), 'formats')}
</tr>`;

/** A text that is in English alone. */
export const inEnglish = (language: PageLanguage, text: string): string =>
  language === 'en' ? escape(text) : `<span lang="en">${escape(text)}</span>`;

/** Links to a table in its forms. */
export const formatLinks = (name: string, search = ''): string =>
  [...tableFormats.map((format) => format.name), 'metadata.json']
    .map((suffix) => link(`/q/${name}.${suffix}${search}`, suffix))
    .join(' ');

const queryRow = (language: PageLanguage, { name, description, variables, example }: ListedQuery): string => `<tr>
<th scope="row">${link(example, name)}</th>
${cell(say(language, 'answers'), inEnglish(language, description))}
${cell(say(language, 'variables'), variables.map(({ name: variable, type }) => `<code>${escape(`${variable}: ${type}`)}</code>`).join('<br>'))}
</tr>`;
