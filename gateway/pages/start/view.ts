import { element } from './element.js';
import { say } from './language.js';
import { missingNotice } from './notices.js';

/** The content of a page below the header, and the title of its window. */
export interface View {
  readonly title: string;
  readonly content: readonly (Node | string)[];
}

/** The view when the subgraph that owns the page's subject is down. */
export function unavailableView(missing: ReadonlySet<string>): View {
  const heading = element('h1', { tabindex: -1 }, say('failed'));
  const retry = element('p', {}, element('a', { href: location.href }, say('retry')));
  const notice = missingNotice(missing);
  return { title: say('failed'), content: notice ? [heading, notice, retry] : [heading, retry] };
}
