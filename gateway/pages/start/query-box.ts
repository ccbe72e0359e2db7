import { element } from './element.js';
import { say } from './language.js';

/** The query that a view shows the answer of, with a link that opens it in the explorer. */
export function queryBox(query: string, variables: object): HTMLElement {
  // A fragment is not sent, so that it may be longer than a server reads.
  const address = `/graphql#${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;
  return element(
    'details',
    { class: 'query' },
    element('summary', {}, say('queryBox')),
    element('p', {}, element('a', { href: address }, say('queryOpen'))),
    element('pre', { tabindex: 0 }, element('code', {}, query)),
    element('p', {}, `${say('queryVariables')}: `, element('code', {}, JSON.stringify(variables))),
  );
}
