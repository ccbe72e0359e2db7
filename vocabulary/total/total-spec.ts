import { sql, type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';

import { eb, type AnyTables, type Condition } from '../../platform/sql.js';
import type { Basis, FigureStatus } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';

/** Which records are added; the others are counted as left out, by reason. Unit and basis may be each record's own. */
export interface JudgedSpec {
  readonly table: string;
  /** Which records are looked at. */
  readonly where: readonly Condition[];
  /** Holds for facets, alias `facet`, of the kind that is added; null where kinds do not matter. */
  readonly ofKind: Condition | null;
  readonly unit: Unit;
  readonly statuses: readonly FigureStatus[];
  readonly basis: Basis;
}

/** What a total adds. */
export interface TotalSpec extends JudgedSpec {
  readonly unit: Unit;
  readonly basis: Basis;
}

/** The values of the keys of a group, in their order. */
export type KeyValues = readonly (string | number | null)[];

/** A text that tells a group from others. */
export const groupKey = (values: KeyValues): string => JSON.stringify(values);

/** Any query that later parts of a statement read from. */
export type Rows = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** Which records have which keys. */
export interface KeyedRecords {
  /** Selects the keys of each record from its table, alias `row`: each combination of a record and its keys once. */
  readonly records: Rows;
  /** The same of the records with some ids, where that takes less to read. */
  readonly recordsAmong?: (ids: Expression<unknown>) => Rows;
  readonly keys: readonly string[];
  /** The key whose value is the kind of the record's facet. */
  readonly kindKey?: string;
  /** How many others, in place of the key, the record belongs to as well. */
  readonly others: Expression<number>;
  /** Which numbers of clusters the keys keep apart. */
  readonly cluster: 'cluster' | 'yearCluster';
  /** Holds for a record whose figure is of less than the key says: of a half of the year. None where it is left out. */
  readonly isPartial?: Condition;
  /** Holds for a record that is looked at as one of a list of pairings, which may lack some. None where it is left out. */
  readonly isListed?: Condition;
}

/** The same as 1 or 0. */
export const partial = ({ isPartial }: KeyedRecords): Expression<number> => (isPartial ? flag(isPartial) : sql.lit(0));

/** Of totals of lists of pairings: all records are looked at as of one. */
export const allListed: Condition = sql<SqlBool>`true`;

/** The records that are looked at, with their keys. */
export const lookedAt = ({ records }: KeyedRecords, spec: JudgedSpec): Rows =>
  records.where(eb.and([...spec.where])) as Rows;

/** The columns of an alias. */
export const columnsOf = (alias: string, ...columns: readonly string[]): string[] =>
  columns.map((column) => `${alias}.${column}`);

/** A condition as 1 or 0. */
export const flag = (condition: Expression<unknown>): RawBuilder<number> =>
  sql`case when ${condition} then 1 else 0 end`;
