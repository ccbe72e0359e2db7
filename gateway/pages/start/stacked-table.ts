import { element } from './element.js';

/**
 * A table that stacks the cells of a row, each with the name of its column, where there is little room. What is `below` a
 * row takes all columns.
 */
export function stackedTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string | null)[])[],
  below: (place: number) => Node | null = () => null,
): HTMLElement {
  // Roles, since styles of other displays take away those of a table.
  const head = element(
    'tr',
    { role: 'row' },
    ...heads.map((text) => element('th', { scope: 'col', role: 'columnheader' }, text)),
  );
  const body = rows.flatMap((cells, place) => [
    element(
      'tr',
      { role: 'row' },
      ...cells.map((cell, at) =>
        at === 0
          ? element('th', { scope: 'row', role: 'rowheader', 'data-head': heads[at] }, cell)
          : element('td', { role: 'cell', 'data-head': heads[at] }, cell),
      ),
    ),
    rowBelow(below(place), heads.length),
  ]);
  return element(
    'table',
    { class: 'stacked', role: 'table' },
    element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, head),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
}

const rowBelow = (content: Node | null, columns: number): HTMLElement | null =>
  content && element('tr', { role: 'row', class: 'below' }, element('td', { role: 'cell', colspan: columns }, content));
