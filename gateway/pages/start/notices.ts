import { element } from './element.js';
import { say } from './language.js';
import type { Word } from './words.js';

/** What each subgraph has, by its name. */
const parts: Readonly<Record<string, Word>> = {
  pairings: 'pairingsPart',
  finance: 'financePart',
  labour: 'labourPart',
  training: 'trainingPart',
};

/** Says what is missing because its subgraph is down; null when nothing is. */
export function missingNotice(missing: ReadonlySet<string>): HTMLElement | null {
  const names = [...missing].map(partName).join('; ');
  return missing.size === 0 ? null : element('p', { class: 'notice', role: 'status' }, say('missing', names));
}

/** Says that the page's subject does not exist. */
export function unknownNotice(heading: string): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, heading),
    element('p', {}, say('unknownHelp')),
    element('p', {}, element('a', { href: '/' }, say('home'))),
  );
}

/** Says that the query failed, with a button that tries again. */
export function failureNotice(reason: string, retry: () => void): HTMLElement {
  const button = element('button', { type: 'button' }, say('retry'));
  button.addEventListener('click', retry);
  return element(
    'div',
    { role: 'alert' },
    element('h1', { tabindex: -1 }, say('failed')),
    element('p', {}, say('failedHelp', reason)),
    element('p', {}, button),
  );
}

function partName(subgraph: string): string {
  const part = parts[subgraph];
  return part ? say(part) : subgraph;
}
