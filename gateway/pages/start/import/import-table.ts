import { element } from '../element.js';

/** A table that stacks the cells of a row, each with the name of its column, where there is little room. */
export function stackedTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (Node | string | null)[])[],
): HTMLElement {
  // Roles, since styles of other displays take away those of a table.
  const head = element(
    'tr',
    { role: 'row' },
    ...heads.map((text) => element('th', { scope: 'col', role: 'columnheader' }, text)),
  );
  const body = rows.map((cells) =>
    element(
      'tr',
      { role: 'row' },
      ...cells.map((cell, place) =>
        place === 0
          ? element('th', { scope: 'row', role: 'rowheader', 'data-head': heads[place] }, cell)
          : element('td', { role: 'cell', 'data-head': heads[place] }, cell),
      ),
    ),
  );
  return element(
    'table',
    { class: 'stacked', role: 'table' },
    element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, head),
    element('tbody', { role: 'rowgroup' }, ...body),
  );
}
