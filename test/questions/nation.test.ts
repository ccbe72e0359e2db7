import { expect, test } from '@jest/globals';

import { readNamedQueries } from '../../platform/named-queries.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

const forty = readNamedQueries('questions');
const fifty = readNamedQueries('nation');

test('the questions on the nation are fifty, each with an operation and a name of its own', () => {
  expect(fifty.map(({ number }) => number)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  const operations = fifty.map(({ query }) => /^# .+\nquery (\w+) ?[({]/.exec(query)?.[1] ?? '');
  const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  expect(fifty.map(({ name }) => name)).toEqual(operations.map(kebab));
  expect(new Set([...forty, ...fifty].map(({ name }) => name)).size).toBe(forty.length + fifty.length);
});

/** Why a question that is answered out of the articles has another answer where all data sets are loaded. */
interface Difference {
  readonly reason: string;
  /** The places where the answers differ, list indices left out, each once. */
  readonly at: readonly string[];
}

/** Differences that follow from the further sources that the rounds have for periods of the articles. */
const moreSources = (...at: readonly string[]): Difference => ({
  reason: 'Other texts report the same periods: their sources stand beside those of the articles.',
  at,
});

const differences: Readonly<Record<string, Difference>> = {
  'legal-basis': moreSources('documents.pairings.periods.sources'),
  'new-donors': moreSources('pairingChanges.after.periods.sources', 'pairingChanges.before.periods.sources'),
  'pairs-of-document': moreSources('documents.pairings.periods.sources'),
  recipients: {
    reason:
      'Four in place of two: the rounds add Aksu City, in the support of Xinjiang, and Garzê, which had ended by 2021.',
    at: [
      'region.pairingsAsDonor',
      'region.pairingsAsDonor.periods.from.text',
      'region.pairingsAsDonor.periods.sources',
      'region.pairingsAsDonor.periods.sources.document.id',
      'region.pairingsAsDonor.periods.sources.paragraph',
      'region.pairingsAsDonor.recipient.label',
      'region.pairingsAsDonor.recipient.party.id',
      'region.pairingsAsDonor.recipient.party.parent.nameEn',
      'region.pairingsAsDonor.totalCount',
    ],
  },
  'round-changes': moreSources('changed.before.periods.sources'),
  'supporter-then-and-now': moreSources('region.earlier.periods.sources', 'region.later.periods.sources'),
  'unbroken-pairings': {
    reason:
      'Eighteen in place of three: the rounds add pairings of provinces and their parts that go on, or whose end nobody reports; the three of the articles end in 2021.',
    at: [
      'pairings',
      'pairings.donor.label',
      'pairings.periods',
      'pairings.periods.from.text',
      'pairings.periods.sources',
      'pairings.periods.sources.document.id',
      'pairings.periods.sources.paragraph',
      'pairings.recipient.label',
      'pairings.since.text',
      'pairings.totalCount',
      'pairings.until',
    ],
  },
};

describeEachEngine('the graph of all data sets', (engine) => {
  const { ask } = servedGraph(engine, { shipped: 'nation' });

  test.each(fifty)('answers $name: $question', async ({ query, variables, answer }) => {
    expect(await ask(query, variables)).toEqual({ data: answer });
  });

  test('answers the questions on the articles as the articles alone do, but where the rounds add to them', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const { name, query, variables, answer } of forty) {
      const at = differingPlaces(answer, (await ask(query, variables)).data);
      if (at.length > 0) {
        found[name] = at;
      }
    }
    expect(found).toEqual(Object.fromEntries(Object.entries(differences).map(([name, { at }]) => [name, at])));
  });
});

/** The places where two answers differ: paths without the indices of lists, each once, in order. */
function differingPlaces(one: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const places = keys.flatMap((key) => {
      const here = Array.isArray(one) || key === 'nodes' ? path : [...path, key];
      return differingPlaces(one[key], other[key], here);
    });
    return [...new Set(places)].toSorted();
  }
  return one === other ? [] : [path.join('.')];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
