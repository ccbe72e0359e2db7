import { element } from '../element.js';
import { capitalised, say } from '../language.js';
import { stackedTable } from '../stacked-table.js';
import type { Word } from '../words.js';

/** The content of a table's cell. */
export type Cell = Node | string | null;

/** A table; a card for each row where there is little room. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): HTMLElement {
  return element('div', { class: 'cards' }, stackedTable(caption, heads, rows));
}

/** Says how many items of a list are shown; null when all are. */
export function cutNotice(shown: number, total: number): HTMLElement | null {
  return total > shown ? element('p', { class: 'quiet' }, say('firstOf', shown, total)) : null;
}

/** Says that a part is missing. */
export function missingText(text: Word): HTMLElement {
  return element('p', { class: 'quiet missing' }, capitalised(say(text)));
}
