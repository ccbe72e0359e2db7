import { element } from './element.js';
import { say } from './language.js';
import { missingNotice } from './notices.js';

/** What a page shows below the header, and the title of the window. */
export interface View {
  readonly title: string;
  readonly content: readonly (Node | string)[];
}

/** What is shown when the subgraph that has the page's own subject does not answer. */
export function noAnswer(missing: ReadonlySet<string>): View {
  const heading = element('h1', { tabindex: -1 }, say('failed'));
  const again = element('p', {}, element('a', { href: location.href }, say('retry')));
  const notice = missingNotice(missing);
  return { title: say('failed'), content: notice ? [heading, notice, again] : [heading, again] };
}
