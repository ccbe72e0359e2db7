import { element } from '../element.js';
import { stackedTable } from '../stacked-table.js';
import { language, say } from '../language.js';
import type { Cell } from '../records/table.js';

/** A column that rows are sorted by. */
export interface Column<Row> {
  /** Its name in the address. */
  readonly name: string;
  readonly head: string;
  readonly cell: (row: Row) => Cell;
  /** What rows are sorted by; null comes last. */
  readonly key: (row: Row) => string | number | null;
}

/** The name of a column, with a minus where the last comes first; empty for the order of the graph. */
export type Sorting = string;

/** A table whose heads sort it, stacked where there is little room; `sorted` hears of each change. */
export function sortedTable<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  sorting: Sorting,
  sorted: (sorting: Sorting) => void,
): HTMLElement {
  const table = stackedTable(
    caption,
    columns.map(({ head }) => head),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
  table.classList.add('sorted');
  table.querySelector('thead tr')?.setAttribute('data-sort', say('sort'));
  const body = table.querySelector('tbody');
  const lines = [...(body?.children ?? [])];
  const heads = [...table.querySelectorAll('thead th')];
  const sort = (current: Sorting): void => {
    const column = columns.find(({ name }) => name === current.replace('-', ''));
    const isDescending = current.startsWith('-');
    const order = column ? orderOf(rows.map(column.key), isDescending) : rows.map((_, place) => place);
    body?.replaceChildren(...order.flatMap((place) => lines[place] ?? []));
    heads.forEach((head, place) => {
      const isSorted = columns[place] !== undefined && columns[place] === column;
      head.setAttribute('aria-sort', isSorted ? (isDescending ? 'descending' : 'ascending') : 'none');
    });
  };
  heads.forEach((head, place) => {
    const { name = '', head: text = '' } = columns[place] ?? {};
    const button = element('button', { type: 'button', title: say('sortBy', text) }, text);
    button.addEventListener('click', () => {
      const next = head.getAttribute('aria-sort') === 'ascending' ? `-${name}` : name;
      sort(next);
      sorted(next);
    });
    head.replaceChildren(button);
  });
  sort(sorting);
  return table;
}

/** The places of keys in their order; the same keys stay as they were. */
function orderOf(keys: readonly (string | number | null)[], isDescending: boolean): number[] {
  const collator = new Intl.Collator(language() === 'EN' ? 'en' : 'zh-CN', { numeric: true });
  const compare = (one: string | number, other: string | number): number =>
    typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other));
  return keys
    .map((key, place) => ({ key, place }))
    .sort(({ key: one }, { key: other }) =>
      one === null || other === null
        ? Number(one === null) - Number(other === null)
        : compare(one, other) * (isDescending ? -1 : 1),
    )
    .map(({ place }) => place);
}
