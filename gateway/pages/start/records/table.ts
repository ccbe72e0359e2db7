import { element } from '../element.js';
import { capitalised, say } from '../language.js';
import type { Word } from '../words.js';

/** The content of a table's cell. */
export type Cell = Node | string | null;

/** A table in a scrollable box, focusable so that keys scroll it too. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = rows.map((cells) =>
    element('tr', {}, ...cells.map((cell, place) => (place ? element('td', {}, cell) : first(cell)))),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body)),
  );
}

/** Says how many items of a list are shown; null when all are. */
export function cutNotice(shown: number, total: number): HTMLElement | null {
  return total > shown ? element('p', { class: 'quiet' }, say('firstOf', shown, total)) : null;
}

/** Says that a part is missing. */
export function missingText(text: Word): HTMLElement {
  return element('p', { class: 'quiet missing' }, capitalised(say(text)));
}

function first(cell: Cell): HTMLElement {
  return element('th', { scope: 'row' }, cell);
}
