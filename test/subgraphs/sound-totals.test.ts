import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { finance } from '../../subgraphs/finance/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { caseFund, casePairing, importCases } from '../support/fund-cases.js';
import { truthOf, worlds, type World } from '../support/fund-worlds.js';
import { plainTotal } from '../support/plain-total.js';
import { openedSubgraph } from '../support/subgraph.js';

/** `WORLD_SEED=7 WORLDS=3000` makes others, and more. */
const { WORLD_SEED = '20261126', WORLDS = '300' } = process.env;
const made = fc.sample(worlds, { seed: Number(WORLD_SEED), numRuns: Number(WORLDS) });

const owners = ['parent', 'one', 'two'] as const;
const asked = made.flatMap((world, number) =>
  owners.flatMap((owner) =>
    [false, true].map((includeParts) => ({ world, owner, includeParts, id: `w${number}-${owner}` })),
  ),
);

describeEachEngine('the total of a world whose truth is known', (engine) => {
  const { ask } = openedSubgraph(engine, finance, (graph) =>
    importCases(graph, {
      pairings: made.flatMap((_world, number) =>
        owners.map((owner) =>
          casePairing(
            `w${number}-${owner}`,
            owner === 'parent' ? {} : { parent: `w${number}-parent`, level: 'COUNTY' },
          ),
        ),
      ),
      funds: made.flatMap(({ records }, number) =>
        records.map(({ id, pairings, purpose, from, to, low, high, source, rank }) =>
          caseFund(`w${number}-${id}`, {
            pairings: pairings.map((pairing) => `w${number}-${pairing}`).join(';'),
            purpose,
            from: from === null ? '' : String(from),
            to: String(to),
            value: high === null || high === low ? String(low) : `${low}..${high}`,
            bound: high === null ? 'AT_LEAST' : high === low ? 'EXACT' : 'RANGE',
            sources: source,
            rank,
          }),
        ),
      ),
    }),
  );

  const totals = async (): Promise<Map<string, { min: number | null; max: number | null; count: number }>> => {
    const read = new Map<string, { min: number | null; max: number | null; count: number }>();
    const ids = [...new Set(asked.map(({ id }) => id))];
    const { data } = (await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Pairing {
        false: fundTotal { min max count } true: fundTotal(includeParts: true) { min max count } } } }`,
      { of: ids.map((id) => ({ __typename: 'Pairing', id })) },
    )) as { data: { _entities: Record<string, { min: number; max: number | null; count: number }>[] } };
    ids.forEach((id, place) => {
      for (const includeParts of ['false', 'true']) {
        const total = data._entities[place]?.[includeParts];
        if (total) {
          read.set(`${id} ${includeParts}`, total);
        }
      }
    });
    return read;
  };

  const recordsOf = ({ records }: World, owner: string, includeParts: boolean): World['records'] =>
    records.filter(({ pairings }) =>
      pairings.some((pairing) => pairing === owner || (includeParts && owner === 'parent')),
    );

  test('has the truth between its ends, and is what the rules give by hand', async () => {
    const read = await totals();
    const found = asked.map(({ world, owner, includeParts, id }) => {
      const total = read.get(`${id} ${includeParts}`);
      const own = recordsOf(world, owner, includeParts);
      const plain = plainTotal(own, ({ pairings }) =>
        pairings.some((pairing) => pairing !== owner && !(includeParts && owner === 'parent')),
      );
      const truth = truthOf(world, owner, includeParts);
      const isSound =
        total?.count === 0 || ((total?.min ?? 0) <= truth && truth <= (total?.max ?? Number.POSITIVE_INFINITY));
      const sql = total && total.count > 0 ? { min: total.min, max: total.max } : { min: 0, max: 0 };
      return { id, includeParts, isSound, truth, sql, plain, own };
    });
    const faults = found.filter(
      ({ isSound, sql, plain }) => !isSound || sql.min !== plain.min || sql.max !== plain.max,
    );
    expect(
      faults.slice(0, 3).map(({ own, ...fault }) => ({
        ...fault,
        own: own.map(({ cells, truth, ...record }) => `${JSON.stringify(record)} ${cells.size} ${truth.size}`),
      })),
    ).toEqual([]);
    expect(found.length).toBe(made.length * owners.length * 2);
  });

  test.each(['PAIRING', 'PAIRING, YEAR', 'YEAR', 'HALF_YEAR', ''])(
    'by %j is the same whether the importer’s sums are taken, records are counted, or all are judged',
    async (keys) => {
      const groups = async (asks: string): Promise<unknown> => {
        const { data } = (await ask(
          `{ fundGroupPage(groupBy: [${keys}], kind: FISCAL, orderBy: KEYS, first: 500${asks}) { totalCount nodes { keys { year years halfYear pairing { id } } total { min max bound count excluded { reason count } } } } }`,
        )) as { data: unknown };
        return data;
      };
      const summed = await groups('');
      expect(
        await groups(', filter: { status: { in: [ACTUAL, COMMITTED, PLANNED, TARGET, EXPECTED, UNSPECIFIED] } }'),
      ).toEqual(summed);
      expect(await groups(', statuses: [ACTUAL, EXPECTED]')).toEqual(summed);
    },
  );
});
