import { element } from './element.js';
import { say } from './language.js';
import { term } from './terms.js';

/** Names what is missing since its subgraph does not answer; null when all answered. */
export function missingNotice(missing: ReadonlySet<string>): HTMLElement | null {
  const names = [...missing].map(term).join('; ');
  return missing.size === 0 ? null : element('p', { class: 'notice', role: 'status' }, say('missing', names));
}

/** Says that what was asked for is not there. */
export function unknownNotice(heading: string): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, heading),
    element('p', {}, say('unknownHelp')),
    element('p', {}, element('a', { href: '/' }, say('home'))),
  );
}

/** Says that there is no answer, with a button that asks again. */
export function failureNotice(reason: string, again: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, say('retry'));
  button.addEventListener('click', again);
  return element(
    'div',
    { role: 'alert' },
    element('h1', { tabindex: -1 }, say('failed')),
    element('p', {}, say('failedHelp', reason)),
    element('p', {}, button),
  );
}
