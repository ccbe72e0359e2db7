import { element } from './element.js';

/** What is said of a subject in a few words: names with their values. Null leaves a value out, and its name. */
export function factList(facts: readonly (readonly [name: string, value: Node | string | null])[]): HTMLElement {
  const known = facts.filter((fact): fact is readonly [string, Node | string] => fact[1] !== null && fact[1] !== '');
  return element(
    'dl',
    { class: 'facts' },
    ...known.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}
