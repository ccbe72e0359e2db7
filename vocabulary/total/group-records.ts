import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

import { eb, isSame, type Condition } from '../../platform/sql.js';
import { standingRegions, type Standing } from '../party/standing.js';
import { columnsOfKeys, ownColumn } from './group-key.js';
import { halfYear, isPartOfHalf, isPartOfYear, year, years } from './group-years.js';
import { allListed, type KeyedRecords, type Rows } from './total-spec.js';

/** Where the keys of a type of record are. */
export interface KeySources {
  readonly donor: Standing;
  readonly recipient: Standing;
  readonly kind: { readonly column: string };
  /** The column whose value facets have. */
  readonly facetKind?: string | undefined;
  /** The columns of its own keys; none without it. */
  readonly own?: Readonly<Record<string, { readonly column: string }>>;
}

type Keys = readonly string[];

/** The records of a table with the keys that each is grouped by; without keys all have one. */
export const keyedRecords = (table: string, groupBy: Keys, sources: KeySources): KeyedRecords => {
  if (groupBy.length === 0) {
    return {
      records: eb.selectFrom(`${table} as row`).select(sql.lit(1).as('everything')) as Rows,
      keys: ['everything'],
      others: sql.lit(0),
      cluster: 'cluster',
      isListed: allListed,
    };
  }
  const isByPairing = groupBy.includes('PAIRING');
  const isThroughPairings = !isByPairing && ['PROGRAMME', 'LEVEL'].some((key) => groupBy.includes(key));
  const rows = isThroughPairings ? recordsThroughPairings : recordsWithKeys;
  return {
    records: rows(table, groupBy, sources, null),
    recordsAmong: (ids) => rows(table, groupBy, sources, ids),
    keys: columnsOfKeys(groupBy),
    others: otherKeys(groupBy, sources, isThroughPairings ? keyedColumn : joinedColumn),
    cluster: groupBy.includes('YEAR') && !groupBy.includes('HALF_YEAR') ? 'yearCluster' : 'cluster',
    ...(groupBy.includes('HALF_YEAR')
      ? { isPartial: isPartOfHalf }
      : groupBy.includes('YEAR')
        ? { isPartial: isPartOfYear }
        : {}),
    ...(groupBy.includes('KIND') && sources.kind.column === sources.facetKind ? { kindKey: 'kind' } : {}),
    // One pairing by itself is no list of pairings.
    ...(isByPairing ? {} : { isListed: allListed }),
  };
};

/** The records with keys that several of their pairings may share: each combination once, whichever pairing it is by. */
function recordsThroughPairings(
  table: string,
  groupBy: Keys,
  sources: KeySources,
  only: Expression<unknown> | null,
): Rows {
  const byPairing = recordsWithKeys(table, [...groupBy, 'PAIRING'], sources, only)
    .$if(only !== null, (rows) => rows.where('row.id', 'in', only as never))
    .select('row.id as record');
  const columns = columnsOfKeys(groupBy);
  const each = eb
    .selectFrom(byPairing.as('byPairing'))
    .select(['byPairing.record', ...columns.map((column) => `byPairing.${column}`)])
    .distinct();
  return eb
    .selectFrom(`${table} as row`)
    .innerJoin(each.as('keyed'), 'keyed.record', 'row.id')
    .select(columns.map(keyedColumn)) as Rows;
}

/** The records of a table, alias `row`, with the keys that each is grouped by: each combination once. */
function recordsWithKeys(table: string, groupBy: Keys, sources: KeySources, only: Expression<unknown> | null): Rows {
  const has = (key: string): boolean => groupBy.includes(key);
  let query = eb.selectFrom(`${table} as row`) as Rows;
  if (has('PAIRING')) {
    query = query
      .leftJoin('recordPairing as link', 'link.record', 'row.id')
      .leftJoin('pairingRef as pairing', 'pairing.id', 'link.pairing')
      .select('pairing.id as pairing')
      .$if(has('PROGRAMME'), (rows) => rows.select(programme.as('programme')))
      .$if(has('LEVEL'), (rows) => rows.select('pairing.level as pairingLevel'))
      .where(isFirstLink);
  }
  query = withSide(query, 'donor', sources.donor, groupBy, only);
  query = withSide(query, 'recipient', sources.recipient, groupBy, only);
  const own = groupBy.flatMap((key) => {
    const found = sources.own?.[key];
    return found ? [`row.${found.column} as ${ownColumn(key)}`] : [];
  });
  return query
    .select(own)
    .$if(has('KIND'), (rows) => rows.select(`row.${sources.kind.column} as kind`))
    .$if(has('HALF_YEAR'), (rows) => rows.select(halfYear.as('halfYear')))
    .$if(has('YEAR') || has('HALF_YEAR'), (rows) => rows.select([year.as('year'), years.as('years')])) as Rows;
}

/** The programme of the pairing, else the one that the record is about as a whole. */
const programme: RawBuilder<string> = sql`coalesce(${sql.ref('pairing.programme')}, ${sql.ref('row.programmeId')})`;

type Side = 'donor' | 'recipient';

/** The keys by a side, and the column of each in what `withSide` joins; the nearest first. */
const sideKeys = [
  ['', 'region'],
  ['Prefecture', 'prefecture'],
  ['Province', 'province'],
] as const;

const keyOf = (side: Side, suffix: string): string => `${side}${suffix && `_${suffix}`}`.toUpperCase();

/** Adds to rows the region, the prefecture and the province of a side: each once, however many of its parties are there. */
export function withSide(
  records: Rows,
  side: Side,
  standing: Standing,
  groupBy: Keys,
  only: Expression<unknown> | null = null,
): Rows {
  const asked = sideKeys.filter(([suffix]) => groupBy.includes(keyOf(side, suffix)));
  if (asked.length === 0) {
    return records;
  }
  const columns = asked.map(([, column]) => (column === 'region' ? 'standing.region' : `ref.${column}`));
  const isByPairing = groupBy.includes('PAIRING');
  const regions = eb
    .selectFrom(standingRegions(standing).as('standing'))
    .leftJoin('regionRef as ref', 'ref.id', 'standing.region')
    .select(['standing.record', ...columns, ...(isByPairing ? ['standing.pairing'] : [])])
    .$if(only !== null, (rows) => rows.where('standing.record', 'in', only as never))
    .distinct();
  return records
    .leftJoin(regions.as(side), (join) => {
      const ofRecord = join.onRef(`${side}.record`, '=', 'row.id');
      return isByPairing
        ? ofRecord.on(eb.or([eb(`${side}.pairing`, 'is', null), eb(`${side}.pairing`, '=', eb.ref('link.pairing'))]))
        : ofRecord;
    })
    .select(asked.map(([suffix, column]) => `${side}.${column} as ${side}${suffix}`)) as Rows;
}

/** Holds for a link to a pairing, and for the first of a record's links that lead to none. */
const isFirstLink = sql<SqlBool>`(${sql.ref('pairing.id')} is not null or ${sql.ref('link.pairing')} is null or not exists ${eb
  .selectFrom('recordPairing as earlier')
  .leftJoin('pairingRef as earlierPairing', 'earlierPairing.id', 'earlier.pairing')
  .select(sql`1`.as('one'))
  .whereRef('earlier.record', '=', 'link.record')
  .whereRef('earlier.pairing', '<', 'link.pairing')
  .where('earlierPairing.id', 'is', null)})`;

/** Where a key's column stands in the records: in what was joined, or in what has each combination once. */
type ColumnOf = (column: string) => string;

const keyedColumn: ColumnOf = (column) => `keyed.${column}`;

const joinedColumn: ColumnOf = (column) => {
  const [side, of] = /^(donor|recipient)(.*)$/.exec(column)?.slice(1) ?? [];
  return side === undefined ? `link.${column}` : `${side}.${of === '' ? 'region' : (of ?? '').toLowerCase()}`;
};

/** How many others than in its keys a record belongs to as well: pairings, and those who stand on the sides. */
function otherKeys(groupBy: Keys, { donor, recipient }: KeySources, columnOf: ColumnOf): Expression<number> {
  const links = eb.selectFrom('recordPairing as others').whereRef('others.record', '=', 'row.id');
  const pairingsOf = links.innerJoin('pairingRef as ref', 'ref.id', 'others.pairing');
  const pairings = groupBy.includes('PAIRING')
    ? links.select(sql`count(*)`.as('number')).where(eb.not(isSame('others.pairing', columnOf('pairing'))))
    : groupBy.includes('PROGRAMME')
      ? pairingsOf
          .select(sql`count(distinct ${sql.ref('ref.programme')})`.as('number'))
          .where(eb.not(isSame('ref.programme', columnOf('programme'))))
      : groupBy.includes('LEVEL')
        ? pairingsOf
            .select(sql`count(distinct ${sql.ref('ref.level')})`.as('number'))
            .where(eb.not(isSame('ref.level', columnOf('pairingLevel'))))
        : null;
  const sides = (
    [
      ['donor', donor],
      ['recipient', recipient],
    ] as const
  ).flatMap(([side, standing]) => {
    const nearest = sideKeys.find(([suffix]) => groupBy.includes(keyOf(side, suffix)));
    return nearest === undefined
      ? []
      : [
          otherRegions(
            standing,
            nearest[1] === 'region' ? 'others.region' : `ref.${nearest[1]}`,
            columnOf(`${side}${nearest[0]}`),
          ),
        ];
  });
  return sql<number>`${sql.join([sql.lit(0), ...(pairings === null ? [] : [number(pairings)]), ...sides], sql` + `)}`;
}

/** How many regions stand on a side of a record besides that of the key; a body that belongs to none is one. */
function otherRegions(standing: Standing, column: string, key: string): Expression<number> {
  const isAny = (): Condition => sql<SqlBool>`true`;
  return number(
    eb
      .selectFrom(standingRegions(standing, isAny, 'row.id').as('others'))
      .leftJoin('regionRef as ref', 'ref.id', 'others.region')
      .select(sql`count(distinct coalesce(${sql.ref(column)}, ''))`.as('number'))
      .where(eb.not(isSame(column, key))),
  );
}

const number = (query: unknown): Expression<number> => query as Expression<number>;
