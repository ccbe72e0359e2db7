import { sql, type Expression } from 'kysely';
import { Float } from 'type-graphql';

import type { Database } from '../../platform/database.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { anyOf, eb } from '../../platform/sql.js';
import { Basis } from '../figure/figure.js';
import type { PairingYearKey } from '../pairing/pairing-year.js';
import type { FieldSpec } from '../record/field-spec.js';
import type { StoredType } from '../record/repository.js';
import { isOfOneYear, isPartOfYear, year } from './group-years.js';
import { totalSpec, type RecordTotal } from './record-total.js';
import type { TotalArguments } from './total-arguments.js';
import { sumOf, type Sum, type Tally } from './tally.js';
import { readTallies } from './total.repository.js';
import type { KeyedRecords, Rows, TotalSpec } from './total-spec.js';

/** What is measured of a pairing in a year. */
export interface YearMeasure {
  /** What it is, with its unit and the Chinese term. */
  readonly description: string;
  /** The arguments of the total, besides its basis. */
  readonly args?: object;
}

/** A type of record that has totals. */
type Added = StoredType & { readonly total: RecordTotal | null };

const cells = {
  value: ['', 'of the year, where it is one number; null where it is not, or nothing done is reported'],
  min: ['Min', 'of the year, at least; null where it is open, or nothing done is reported'],
  max: ['Max', 'of the year, at most; null where it is open, or nothing done is reported'],
} as const satisfies Readonly<Record<keyof Sum, readonly [string, string]>>;

/** The fields of the year of a pairing that add up records of it: for each measure, the value and its bounds. */
export const yearMeasures = (
  record: Added,
  measures: Readonly<Record<string, YearMeasure>>,
): Readonly<Record<string, FieldSpec>> =>
  Object.fromEntries(
    Object.entries(measures).flatMap(([name, { description, args = {} }]) => {
      const spec = specOf(record, args);
      // The cells of a measure share its sum.
      const sums = new WeakMap<object, Promise<Sum | null>>();
      return Object.entries(cells).map(([cell, [suffix, meaning]]): [string, FieldSpec] => [
        `${name}${suffix}`,
        {
          type: () => Float,
          nullable: true,
          description: `${description}, ${meaning}.`,
          resolve: async (owner, scope) => {
            const sum = await (sums.get(owner) ??
              sums.set(owner, readSum(scope, spec, owner as unknown as PairingYearKey)).get(owner));
            return sum?.[cell as keyof Sum] ?? null;
          },
        },
      ]);
    }),
  );

function specOf(record: Added, given: object): TotalSpec {
  const { total } = record;
  if (total === null) {
    throw new TypeError(`The type of record ${record.name} declares no total.`);
  }
  const args: TotalArguments = Object.assign(new total.args(), given, { basis: Basis.ANNUAL });
  return totalSpec(record, total, args);
}

/** The sums of all years asked for are read at once; null where no record is added. */
async function readSum(
  { database, loaders }: RequestScope,
  spec: TotalSpec,
  { pairing, year: asked }: PairingYearKey,
): Promise<Sum | null> {
  const tally = await loaders.one<Tally>([spec, 'year'], null, keyOf(pairing, asked), async (keys) => {
    const keyed = recordsOfYears(database, spec.table, [...new Set(keys.map(pairingOf))]);
    const groups = await readTallies(database, keyed, spec);
    return new Map(
      Array.from(groups.values(), ({ values: [of, ofYear], tally: found }) => [
        keyOf(String(of), Number(ofYear)),
        found,
      ]),
    );
  });
  return sumOf(tally);
}

const keyOf = (pairing: string, of: number): string => `${of} ${pairing}`;
const pairingOf = (key: string): string => key.slice(key.indexOf(' ') + 1);

/** The records of pairings whose figures are of one year each, by both. */
const recordsOfYears = (database: Database, table: string, pairings: readonly string[]): KeyedRecords => ({
  records: eb
    .selectFrom(`${table} as row`)
    .innerJoin('recordPairing as link', 'link.record', 'row.id')
    .select(['link.pairing as pairing', year.as('year')])
    .where(anyOf(database, 'link.pairing', pairings))
    .where(isOfOneYear) as Rows,
  keys: ['pairing', 'year'],
  cluster: 'yearCluster',
  others: eb
    .selectFrom('recordPairing as others')
    .select(sql<number>`count(*)`.as('number'))
    .whereRef('others.record', '=', 'row.id')
    .whereRef('others.pairing', '<>', 'link.pairing') as unknown as Expression<number>,
  isPartial: isPartOfYear,
});
