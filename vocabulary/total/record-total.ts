import type { ClassType } from 'type-graphql';

import type { Database } from '../../platform/database.js';
import { filterConditions } from '../../platform/filter.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { eb, type Condition } from '../../platform/sql.js';
import type { Unit } from '../figure/unit.js';
import { otherOwners, ownedRecords, toPairing, type TotalBelonging } from '../record/belonging.js';
import type { FieldSpec } from '../record/field-spec.js';
import type { StoredType } from '../record/repository.js';
import { checkAddable, withParts, type TotalArguments } from './total-arguments.js';
import { readTallies } from './total.repository.js';
import { readTotalRecords } from './total-records.repository.js';
import { allListed, groupKey, type KeyedRecords, type Rows, type TotalSpec } from './total-spec.js';
import { Total } from './total.js';
import { totalOf, type Tally } from './tally.js';

/** What a total of a type of record adds. */
export interface RecordTotal<Arguments extends TotalArguments = TotalArguments> {
  readonly args: ClassType<Arguments>;
  /** The unit that is added. */
  unit(args: Arguments): Unit;
  /**
   * Holds for those of the kind that is added, which is `facet.kind`; without it, kinds do not matter. Throws
   * BAD_USER_INPUT.
   */
  ofKind?(args: Arguments): Condition | null;
}

/** A type of record that has totals. */
type Added = StoredType & { readonly total: RecordTotal | null };

/** The total of the records that belong to the owner; where owners have parts, theirs too when asked for. */
export function total(record: Added, belonging: TotalBelonging, description: string): FieldSpec {
  const { args } = totalOfType(record);
  return {
    type: () => Total,
    nullable: true,
    description,
    args: belonging.owners.above.length > 0 ? withParts(args) : args,
    resolve: ({ id }, scope, given) => readTotal(scope, record, belonging, id, given as TotalArguments),
  };
}

/** The same total as it stands by default: without arguments. */
export async function defaultTotal(
  scope: RequestScope,
  record: Added,
  belonging: TotalBelonging,
  owner: string,
): Promise<Total> {
  const { args: Arguments } = totalOfType(record);
  const parts = belonging.owners.above.length > 0 ? { includeParts: false } : {};
  return readTotal(scope, record, belonging, owner, Object.assign(new Arguments(), parts));
}

/** What a total with these arguments adds. Throws BAD_USER_INPUT. */
export function totalSpec({ table, filter }: StoredType, total: RecordTotal, args: TotalArguments): TotalSpec {
  checkAddable(args);
  return {
    table,
    where: filterConditions(filter?.fields ?? {}, args.filter),
    ofKind: total.ofKind?.(args) ?? null,
    unit: total.unit(args),
    statuses: args.statuses,
    basis: args.basis,
  };
}

/** The totals of many owners are read at once, and so are the pages of their records. */
async function readTotal(
  { database, loaders }: RequestScope,
  record: Added,
  belonging: TotalBelonging,
  owner: string,
  args: TotalArguments & { readonly includeParts?: boolean },
): Promise<Total> {
  const spec = totalSpec(record, totalOfType(record), args);
  const keyed = (owners: readonly string[]): KeyedRecords => ownedBy(database, record, belonging, owners, args);
  const tally = await loaders.one<Tally>([record, belonging, 'total'], args, owner, async (owners) => {
    const groups = await readTallies(database, keyed(owners), spec);
    return new Map(Array.from(groups.values(), ({ values: [of], tally }) => [String(of), tally]));
  });
  return totalOf(spec, tally, {
    sharedAmong: belonging.link === 'recordPairing' ? 'PAIRINGS' : 'PARTIES',
    recordType: record,
    readRecords: async (page) =>
      (await loaders.one([record, belonging, 'records'], [args, page], groupKey([owner]), async (groups) => {
        const owners = groups.map((group) => JSON.parse(group) as [string]);
        return readTotalRecords(database, keyed(owners.flat()), spec, owners, page);
      })) ?? emptyPage,
  });
}

const emptyPage = { rows: [], hasNextPage: false };

/** The records of owners, with `includeParts` those of the owners below them too. */
function ownedBy(
  database: Database,
  record: StoredType,
  belonging: TotalBelonging,
  owners: readonly string[],
  { includeParts = false }: { readonly includeParts?: boolean },
): KeyedRecords {
  const owned = ownedRecords(record.table, belonging, includeParts, database, owners).as('owned');
  return {
    records: eb
      .selectFrom(`${record.table} as row`)
      .innerJoin(owned, 'owned.record', 'row.id')
      .select('owned.owner') as Rows,
    keys: ['owner'],
    cluster: 'cluster',
    others: otherOwners(belonging, includeParts),
    ...(belonging !== toPairing ? { isListed: allListed } : includeParts ? { isListed: isOfPart } : {}),
  };
}

/** One pairing by itself is no list, the pairings that it has in it are one. */
const isOfPart: Condition = eb.not(
  eb.exists(
    eb
      .selectFrom('recordPairing as own')
      .select('own.record')
      .whereRef('own.record', '=', 'row.id')
      .whereRef('own.pairing', '=', 'owned.owner'),
  ),
);

function totalOfType({ name, total }: Added): RecordTotal {
  if (total === null) {
    throw new TypeError(`The type of record ${name} declares no total.`);
  }
  return total;
}
