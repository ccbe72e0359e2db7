import type { Database } from '../database.js';
import { anyOf, eb, type AnyTables } from '../sql.js';
import { madeBy } from '../visibility/made-rows.js';
import { idTable } from './id-owners.js';
import { say } from './message.js';
import { found, type Problem } from './problem.js';
import type { ImportContext, ReadTable, StoredReference } from './table.js';
import type { ImportTarget } from './target.js';

/** A stored column that refers to a CSV table: of which table's rows, and where they are. */
export interface Referrer extends StoredReference {
  readonly database: Database;
  /** The CSV table whose rows refer. */
  readonly from: string;
  /** The database table with the ids of `from`. */
  readonly ids: string;
  /** The database table with the column. */
  readonly table: string;
  readonly row: string;
}

/**
 * Problems of rows that a data set has now and not in `then`, and that rows of other data sets refer to. A statement for
 * each table, and for each kind of reference to a table that loses rows.
 */
export async function lostRowProblems(
  targets: readonly ImportTarget[],
  dataset: string,
  then: ReadonlyMap<string, ReadTable>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [file, referrers] of Map.groupBy(await referrersOf(targets), (each) => each.file)) {
    const lost = await lostIds(targets, file, dataset, then.get(file));
    for (const referrer of lost.length === 0 ? [] : referrers) {
      problems.push(...(await problemsOf(referrer, lost, dataset)));
    }
  }
  return problems;
}

export async function referrersOf(targets: readonly ImportTarget[]): Promise<Referrer[]> {
  const referrers: Referrer[] = [];
  for (const { subgraph, database } of targets) {
    const context: ImportContext = { database, dataset: '', isIn: () => false };
    for (const { table, ids, toRows } of subgraph.imports) {
      for (const { entity, row = 'id', refersTo = [] } of ids === null ? [] : await toRows([], context)) {
        const { tableName } = database.orm.getMetadata().get(entity as never);
        const of = { database, from: table.file, ids: ids ?? '', table: tableName, row };
        referrers.push(...refersTo.map((reference) => ({ ...reference, ...of })));
      }
    }
  }
  return referrers;
}

async function lostIds(
  targets: readonly ImportTarget[],
  file: string,
  dataset: string,
  then: ReadTable | undefined,
): Promise<string[]> {
  const kept = new Set((then?.rows ?? []).map(({ key }) => key));
  return (await storedIds(targets, file, dataset)).filter((id) => !kept.has(id));
}

/** The ids of the rows of a CSV table that a data set has in the database; none of a table that has no ids there. */
export async function storedIds(targets: readonly ImportTarget[], file: string, dataset: string): Promise<string[]> {
  const stored = idTable(targets, file);
  if (!stored) {
    return [];
  }
  const rows = (await stored.database
    .read<AnyTables>()
    .selectFrom(stored.table)
    .select('id')
    .where('dataset', '=', dataset)
    .execute()) as { id: string }[];
  return rows.map(({ id }) => id);
}

async function problemsOf(referrer: Referrer, lost: readonly string[], dataset: string): Promise<Problem[]> {
  const { from, file } = referrer;
  return (await rowsReferring(referrer, lost, dataset)).map(({ id, dataset: other, count, first }) => ({
    file,
    line: null,
    column: null,
    found: say(
      `no row ${found(id)}, which ${from} of the data set ${found(other)} refers to (${found(first)}${moreText(count - 1)})`,
      `没有 ${found(id)} 一行，而数据集 ${found(other)} 的 ${from} 引用它（${found(first)} 等 ${count} 行）`,
    ),
    expected: say(
      `that row as before; else first change the data set ${found(other)}, or remove it with --remove ${other}`,
      `保留那一行；或先修改数据集 ${found(other)}，或用 --remove ${other} 删除它`,
    ),
  }));
}

/** Rows of a data set that refer to a row of another: how many, and the first. */
export interface ReferringRows {
  /** Of the row that they refer to. */
  readonly id: string;
  readonly dataset: string;
  readonly count: number;
  readonly first: string;
}

/** The rows of other data sets that refer to some rows of one. One statement. */
export async function rowsReferring(
  { database, ids, table, row, column, when }: Referrer,
  to: readonly string[],
  dataset: string,
): Promise<readonly ReferringRows[]> {
  const isOfType = when ? [eb(`row.${when.column}`, '=', when.value)] : [];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${table} as row`)
    .select(({ fn }) => [
      `row.${column} as id`,
      'row.dataset',
      fn.countAll().as('count'),
      fn.min(`row.${row}`).as('first'),
    ])
    .where(
      eb.and([
        eb('row.dataset', '!=', dataset),
        // What an import makes of rows goes with them.
        eb('row.dataset', 'not like', `${madeBy}%`),
        anyOf(database, `row.${column}`, to),
        // Several CSV tables may write to one database table.
        eb(`row.${row}`, 'in', eb.selectFrom(ids).select('id').where('dataset', '!=', dataset)),
        ...isOfType,
      ]),
    )
    .groupBy([`row.${column}`, 'row.dataset'])
    .orderBy(`row.${column}`)
    .orderBy('row.dataset')
    .execute()) as (Omit<ReferringRows, 'count'> & { readonly count: number | string })[];
  return rows.map((each) => ({ ...each, count: Number(each.count) }));
}

/** The rows after the first one that is named: " and 2 more rows". */
export const moreText = (count: number): string =>
  count === 0 ? '' : count === 1 ? ' and 1 more row' : ` and ${count} more rows`;
