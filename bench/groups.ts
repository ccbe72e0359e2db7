import { sql } from 'kysely';

import type { Graph } from '../platform/graph.js';
import type { AnyTables } from '../platform/sql.js';
import { compare, type Comparison } from './compare.js';
import { fundCount, loadFunds } from './funds.js';
import { subgraphOf } from './graph.js';

const keys = ['PAIRING', 'DONOR', 'RECIPIENT', 'DONOR_PROVINCE', 'RECIPIENT_PROVINCE', 'YEAR', 'KIND'] as const;

/** What funds are grouped by: each key, and several. */
const groupings: readonly (readonly (typeof keys)[number][])[] = [
  ...keys.map((key) => [key]),
  ['DONOR', 'RECIPIENT', 'YEAR'],
  keys,
];

/** The column that each key is in. */
const columns: Readonly<Record<(typeof keys)[number], string>> = {
  PAIRING: 'pairing.id',
  DONOR: 'donor.region',
  RECIPIENT: 'recipient.region',
  DONOR_PROVINCE: 'donor_region.province',
  RECIPIENT_PROVINCE: 'recipient_region.province',
  YEAR: 'cast(substr(cast(fund.from_date as text), 1, 4) as integer)',
  KIND: 'fund.kind',
};

/** `fundGroups` of 100,000 funds by each key, next to the raw group by. */
export async function benchGroups(graph: Graph): Promise<readonly Comparison[]> {
  await loadFunds(graph);
  return compareGroupings(graph, `${fundCount} funds`, 5);
}

/** `fundGroups` of the funds of one year each, by each key, next to the raw group by. */
export async function compareGroupings(graph: Graph, what: string, rounds: number): Promise<readonly Comparison[]> {
  const { database, ask } = subgraphOf(graph, 'finance');
  const { engine } = database;
  const comparisons: Comparison[] = [];
  for (const grouping of groupings) {
    const kind = grouping.includes('KIND') ? '' : 'kind: FISCAL, ';
    const groups = ask(
      `{ fundGroups(${kind}groupBy: [${grouping.join()}], basis: ANNUAL) { keys { year } total { value } } }`,
    );
    const statement = rawGroupBy(engine === 'postgresql' ? 'finance.' : '', grouping);
    const work = (): Promise<unknown> => sql.raw(statement).execute(database.read<AnyTables>());
    const name = `${what} by ${grouping.join()}, ${engine}`;
    comparisons.push(await compare(name, () => groups({}), { name: 'the raw group by', work }, rounds));
  }
  return comparisons;
}

function rawGroupBy(schema: string, grouping: readonly (typeof keys)[number][]): string {
  const by = (key: (typeof keys)[number]): boolean => grouping.includes(key);
  const places = grouping.map((_key, index) => index + 1).join();
  const table = (name: string): string => `${schema}${name}`;
  return [
    `select ${grouping.map((key) => columns[key]).join()}, count(*) as parts, sum(fund.low) as low, sum(fund.high) as high`,
    `from ${table('fund')} as fund`,
    ...(by('PAIRING')
      ? [
          `left join ${table('record_pairing')} as link on link.record = fund.id`,
          `left join ${table('pairing_ref')} as pairing on pairing.id = link.pairing`,
        ]
      : []),
    ...(['DONOR', 'RECIPIENT'] as const).flatMap((role) => [
      ...(by(role) || by(`${role}_PROVINCE`)
        ? [`left join ${table('party')} as ${role} on ${role}.record = fund.id and ${role}.role = '${role}'`]
        : []),
      ...(by(`${role}_PROVINCE`)
        ? [`left join ${table('region_ref')} as ${role}_region on ${role}_region.id = ${role}.region`]
        : []),
    ]),
    `where fund.unit = 'YUAN' and fund.status = 'ACTUAL' and fund.basis = 'ANNUAL'${by('KIND') ? '' : " and fund.kind = 'FISCAL'"}`,
    `group by ${places} order by low desc limit 50`,
  ].join(' ');
}
