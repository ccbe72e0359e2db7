import { element, present } from '../element.js';
import type { Missing } from '../graph.js';
import { say } from '../language.js';
import { failureNotice, missingNotice } from '../notices.js';
import { queryBox } from '../query-box.js';
import { missingText } from '../records/table.js';
import { takeAlong } from '../take-along/take-along.js';
import { badValue, filterForm, type Filter } from './filter-form.js';
import { sortedTable, type Column } from './sorted-table.js';

/** A page of a list. */
export interface ListPage<Row> {
  /** Null while the list is not available. */
  readonly rows: readonly Row[] | null;
  readonly totalCount: number;
  /** The cursor after which the list goes on; null at its end. */
  readonly next: string | null;
  readonly filters: readonly Filter[];
  /** The named query that it shows a page of the answer of, with its text. */
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  readonly missing: Missing;
  /** The address of the whole list as CSV. */
  readonly csv: string;
}

/** A list, and how its rows are shown. */
export interface List<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Loads the page that the values of an address name. */
  readonly load: (values: URLSearchParams, signal: AbortSignal) => Promise<ListPage<Row>>;
  /** The text of a row in which the text filter looks; null where the graph looks for it. */
  readonly textOf: ((row: Row) => string) | null;
}

/** Where a page is shown: the search of its address, and how to change that without a new page. */
export interface Place {
  readonly search: string;
  readonly replace: (search: string) => void;
  readonly signal: AbortSignal;
}

/** A list with its filters: choosing one changes the address and the rows, and leaves the rest of the page. */
export async function listView<Row>(list: List<Row>, { search, replace, signal }: Place): Promise<HTMLElement[]> {
  const values = new URLSearchParams(search);
  const results = element('div', { class: 'results' });
  let loading = new AbortController();
  let page = await list.load(values, signal);
  const show = (): void => {
    results.replaceChildren(...resultsOf(list, page, values, changed));
  };
  const changed = (name: string, value: string): void => {
    if (value === '') {
      values.delete(name);
    } else {
      values.set(name, value);
    }
    const isShown = name === 'sort' || (name === 'text' && list.textOf !== null);
    if (!isShown) {
      values.delete('after');
    }
    replace(values.size > 0 ? `?${values.toString()}` : '');
    if (name === 'text' && list.textOf !== null) {
      show();
    } else if (!isShown) {
      void reload();
    }
  };
  const reload = async (): Promise<void> => {
    loading.abort();
    loading = new AbortController();
    const own = AbortSignal.any([signal, loading.signal]);
    results.setAttribute('aria-busy', 'true');
    try {
      page = await list.load(values, own);
      if (!own.aborted) {
        results.removeAttribute('aria-busy');
        show();
      }
    } catch (error) {
      if (!own.aborted) {
        results.removeAttribute('aria-busy');
        results.replaceChildren(failureNotice(error));
      }
    }
  };
  show();
  return [filterForm(page.filters, values, changed), results];
}

function resultsOf<Row>(
  { caption, columns, textOf }: List<Row>,
  { rows, totalCount, next, filters, name, query, variables, missing, csv }: ListPage<Row>,
  values: URLSearchParams,
  changed: (name: string, value: string) => void,
): (Node | string)[] {
  const bad = badValue(filters, values);
  const notices = present([missingNotice(missing), bad && element('p', { class: 'notice' }, bad)]);
  if (!rows) {
    return [...notices, missingText('unavailable')];
  }
  const text = textOf ? (values.get('text') ?? '').toLowerCase() : '';
  const found = textOf && text !== '' ? rows.filter((row) => textOf(row).toLowerCase().includes(text)) : rows;
  const count = found.length === totalCount ? say('listCount', totalCount) : say('listPart', found.length, totalCount);
  const sorted = (sorting: string): void => {
    changed('sort', sorting);
  };
  return present([
    ...notices,
    element('p', { class: 'count', role: 'status' }, count),
    found.length > 0
      ? sortedTable(caption, columns, found, values.get('sort') ?? '', sorted)
      : element('p', { class: 'notice' }, say('listNone')),
    pages(values, next),
    element('p', {}, element('a', { href: csv }, say('asCsv'))),
    takeAlong({ name, variables, tables: [{ name: caption, path: csv }] }),
    queryBox(query, variables),
  ]);
}

/** Links to the first and the next page of a list; null where all of it is shown. */
function pages(values: URLSearchParams, next: string | null): HTMLElement | null {
  const to = (after: string | null): string => {
    const search = new URLSearchParams(values);
    search.delete('after');
    if (after !== null) {
      search.set('after', after);
    }
    return search.size > 0 ? `${location.pathname}?${search.toString()}` : location.pathname;
  };
  const links = present([
    values.has('after') && element('a', { href: to(null) }, say('firstPage')),
    next !== null && element('a', { href: to(next), rel: 'next' }, say('nextPage')),
  ]);
  return links.length === 0 ? null : element('nav', { class: 'pages', 'aria-label': say('pagesOfList') }, ...links);
}
