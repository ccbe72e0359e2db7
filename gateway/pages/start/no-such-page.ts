import { element } from './element.js';
import { say } from './language.js';
import { unknownNotice } from './notices.js';
import { searchFor, type SearchHit } from './search-hits.js';
import type { View } from './view.js';
import type { Word } from './words.js';

/** How many of what is nearest are offered. */
const most = 5;

/** The view of an address without a page: it says so, and offers what is nearest to the text of the address. */
export async function noSuchPage(heading: Word, text: string, signal: AbortSignal): Promise<View> {
  const title = say(heading, text);
  const words = text
    .replace(/[-_/]+/g, ' ')
    .trim()
    .slice(0, 100);
  // The page says what it has to say without the search too.
  const hits = words === '' ? [] : await searchFor(words, signal).catch(() => []);
  return { title, content: [unknownNotice(title), ...nearest((hits ?? []).slice(0, most))] };
}

function nearest(hits: readonly SearchHit[]): HTMLElement[] {
  const items = hits.map(({ name, href, about }) => element('li', {}, element('a', { href }, name), ' ', about));
  return items.length === 0
    ? []
    : [element('h2', {}, say('nearest')), element('ul', { class: 'plain nearest' }, ...items)];
}
