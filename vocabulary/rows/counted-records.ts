import { sql } from 'kysely';

import type { Database } from '../../platform/database.js';
import { eb } from '../../platform/sql.js';
import { Basis, FigureStatus } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';
import type { ExclusionReason } from '../total/exclusion-reason.js';
import type { KeyedRecords, Rows } from '../total/total-spec.js';
import { allVerdicts, statementOver } from '../total/total.repository.js';

/** A type of record whose records totals add. */
export interface AddedType {
  readonly table: string;
  /** The columns whose values are never added together. */
  readonly apart: readonly string[];
}

/** Units of which no sum is one. */
const unaddable: readonly Unit[] = ['PERCENT', 'PERCENT_PER_YEAR', 'TIMES', 'DAY_PER_YEAR'];

/** Whether there are totals that records of a unit and basis could be in. */
export const isAddable = (unit: Unit | null, basis: Basis): boolean =>
  unit !== null && !unaddable.includes(unit) && basis !== Basis.LEVEL;

interface KnownJudgements {
  readonly version: string;
  readonly judged: Promise<Judgements>;
}

/** What was worked out last, by the connections of a database and by table. */
const known = new WeakMap<object, Map<string, KnownJudgements>>();

/** What a total over everything does with a record. */
export interface Judgement {
  /** Why it is left out, or not added in full; null where it is added in full. */
  readonly exclusion: ExclusionReason | null;
  /** The record for which it is not added in full; null where that is for what it is itself. */
  readonly by: string | null;
}

/** Judgements by the ids of records. */
type Judgements = ReadonlyMap<string, Judgement>;

/**
 * What a total over everything that can be added together, of one unit, status, basis and kind, does with the records that
 * stand to others in some way. Worked out once for each version of the data: two statements.
 */
export async function judgedRecords(database: Database, type: AddedType): Promise<Judgements> {
  const version = await database.version();
  const byTable = known.get(database.orm) ?? new Map<string, KnownJudgements>();
  known.set(database.orm, byTable);
  const found = byTable.get(type.table);
  if (found?.version === version) {
    return found.judged;
  }
  const judged = readJudged(database, type);
  byTable.set(type.table, { version, judged });
  judged.catch(() => {
    byTable.delete(type.table);
  });
  return judged;
}

async function readJudged(database: Database, { table, apart }: AddedType): Promise<Judgements> {
  const keyed: KeyedRecords = {
    records: eb
      .selectFrom(`${table} as row`)
      .select(['row.unit as ofUnit', 'row.status as ofStatus', 'row.basis as ofBasis'])
      .select(apart.map((column) => `row.${column} as of${column}`)) as Rows,
    keys: ['ofUnit', 'ofStatus', 'ofBasis', ...apart.map((column) => `of${column}`)],
    others: sql.lit(0),
  };
  const spec = {
    table,
    where: [
      eb('row.alone', '=', sql.lit(false)),
      eb('row.basis', '<>', Basis.LEVEL),
      eb('row.unit', 'not in', unaddable),
    ],
    ofKind: null,
    // Each record by its own.
    unit: sql.ref<Unit>('facet.unit'),
    basis: sql.ref<Basis>('facet.basis'),
    statuses: Object.values(FigureStatus),
  };
  const statement = await statementOver(database, keyed, spec);
  const rows = await statement.tables
    .selectFrom(allVerdicts(statement, keyed, spec).as('verdict'))
    .select(['id', 'exclusion', 'by'])
    .execute();
  return new Map(
    (rows as readonly (Judgement & { readonly id: string })[]).map(({ id, exclusion, by }) => [id, { exclusion, by }]),
  );
}
