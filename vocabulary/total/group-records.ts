import { sql, type Expression, type SqlBool } from 'kysely';

import { eb, isSame, type Condition } from '../../platform/sql.js';
import { isOfPartialListing } from '../pairing/round-ref.js';
import { standingRegions, type Standing } from '../party/standing.js';
import { columnsOfKeys, type GroupKey } from './group-key.js';
import { isPartOfYear, year, years } from './group-years.js';
import type { KeyedRecords, Rows } from './total-spec.js';

/** Where the keys of a type of record are. */
export interface KeySources {
  readonly donor: Standing;
  readonly recipient: Standing;
  readonly kind: { readonly column: string };
}

/** The records of a table with the keys that each is grouped by; without keys all have one. */
export const keyedRecords = (table: string, groupBy: readonly GroupKey[], sources: KeySources): KeyedRecords =>
  groupBy.length === 0
    ? {
        records: eb.selectFrom(`${table} as row`).select(sql.lit(1).as('everything')) as Rows,
        keys: ['everything'],
        others: sql.lit(0),
        isOfPartialListing,
      }
    : recordsByKeys(table, groupBy, sources);

const recordsByKeys = (table: string, groupBy: readonly GroupKey[], sources: KeySources): KeyedRecords => ({
  records: recordsWithKeys(table, groupBy, sources),
  relatedRecords: recordsWithKeys(table, groupBy, sources, true),
  keys: columnsOfKeys(groupBy),
  others: otherKeys(groupBy, sources),
  ...(groupBy.includes('YEAR') ? { isPartial: isPartOfYear } : {}),
  // One pairing by itself is no list of pairings.
  ...(groupBy.includes('PAIRING') ? {} : { isOfPartialListing }),
});

/** The records of a table, alias `row`, with the keys that each is grouped by: each combination once. */
function recordsWithKeys(table: string, groupBy: readonly GroupKey[], groups: KeySources, areRelated = false): Rows {
  const only = areRelated ? relatedOf(table) : null;
  let query = eb.selectFrom(`${table} as row`) as Rows;
  if (groupBy.includes('PAIRING')) {
    query = query
      .leftJoin('recordPairing as link', 'link.record', 'row.id')
      .leftJoin('pairingRef as pairing', 'pairing.id', 'link.pairing')
      .select('pairing.id as pairing')
      .where(isFirstLink);
  }
  query = withSide(query, 'donor', groups.donor, groupBy, only);
  query = withSide(query, 'recipient', groups.recipient, groupBy, only);
  query = groupBy.includes('KIND') ? query.select(`row.${groups.kind.column} as kind`) : query;
  return groupBy.includes('YEAR') ? query.select([year.as('year'), years.as('years')]) : query;
}

/** The ids of the records that stand to others in some way. */
const relatedOf = (table: string): Expression<unknown> =>
  eb.selectFrom(table).select('id').where('cluster', 'is not', null);

/** Adds the region, and the province, of a side: each once, however many of its parties are there. */
function withSide(
  records: Rows,
  side: 'donor' | 'recipient',
  standing: Standing,
  groupBy: readonly GroupKey[],
  only: Expression<unknown> | null,
): Rows {
  const [byRegion, byProvince] =
    side === 'donor' ? (['DONOR', 'DONOR_PROVINCE'] as const) : (['RECIPIENT', 'RECIPIENT_PROVINCE'] as const);
  const columns = [
    ...(groupBy.includes(byRegion) ? ['standing.region as region'] : []),
    ...(groupBy.includes(byProvince) ? ['ref.province as province'] : []),
  ];
  if (columns.length === 0) {
    return records;
  }
  const isByPairing = groupBy.includes('PAIRING');
  const regions = eb
    .selectFrom(standingRegions(standing).as('standing'))
    .leftJoin('regionRef as ref', 'ref.id', 'standing.region')
    .select(['standing.record', ...columns, ...(isByPairing ? ['standing.pairing'] : [])])
    .$if(only !== null, (rows) => rows.where('standing.record', 'in', only as never))
    .distinct();
  const joined = records.leftJoin(regions.as(side), (join) => {
    const ofRecord = join.onRef(`${side}.record`, '=', 'row.id');
    return isByPairing
      ? ofRecord.on(eb.or([eb(`${side}.pairing`, 'is', null), eb(`${side}.pairing`, '=', eb.ref('link.pairing'))]))
      : ofRecord;
  });
  const query = groupBy.includes(byRegion) ? joined.select(`${side}.region as ${side}`) : joined;
  return groupBy.includes(byProvince) ? query.select(`${side}.province as ${side}Province`) : query;
}

/** Holds for a link to a pairing, and for the first of a record's links that lead to none. */
const isFirstLink = sql<SqlBool>`(${sql.ref('pairing.id')} is not null or ${sql.ref('link.pairing')} is null or not exists ${eb
  .selectFrom('recordPairing as earlier')
  .leftJoin('pairingRef as earlierPairing', 'earlierPairing.id', 'earlier.pairing')
  .select(sql`1`.as('one'))
  .whereRef('earlier.record', '=', 'link.record')
  .whereRef('earlier.pairing', '<', 'link.pairing')
  .where('earlierPairing.id', 'is', null)})`;

/** How many others than in its keys a record belongs to as well: pairings, and those who stand on the sides. */
function otherKeys(groupBy: readonly GroupKey[], { donor, recipient }: KeySources): Expression<number> {
  const pairings = groupBy.includes('PAIRING')
    ? [
        number(
          eb
            .selectFrom('recordPairing as others')
            .select(sql`count(*)`.as('number'))
            .whereRef('others.record', '=', 'row.id')
            .where(eb.not(isSame('others.pairing', 'link.pairing'))),
        ),
      ]
    : [];
  const sides = (
    [
      ['donor', donor, 'DONOR', 'DONOR_PROVINCE'],
      ['recipient', recipient, 'RECIPIENT', 'RECIPIENT_PROVINCE'],
    ] as const
  ).flatMap(([side, standing, byRegion, byProvince]) =>
    groupBy.includes(byRegion)
      ? [otherRegions(standing, 'others.region', `${side}.region`)]
      : groupBy.includes(byProvince)
        ? [otherRegions(standing, 'ref.province', `${side}.province`)]
        : [],
  );
  return sql<number>`${sql.join([sql.lit(0), ...pairings, ...sides], sql` + `)}`;
}

/** How many regions stand on a side of a record besides that of the key; a body that belongs to none is one. */
function otherRegions(standing: Standing, column: string, key: string): Expression<number> {
  const isAny = (): Condition => sql<SqlBool>`true`;
  return number(
    eb
      .selectFrom(standingRegions(standing, isAny).as('others'))
      .leftJoin('regionRef as ref', 'ref.id', 'others.region')
      .select(sql`count(distinct coalesce(${sql.ref(column)}, ''))`.as('number'))
      .whereRef('others.record', '=', 'row.id')
      .where(eb.not(isSame(column, key))),
  );
}

const number = (query: unknown): Expression<number> => query as Expression<number>;
