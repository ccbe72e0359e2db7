import { sql, type AliasableExpression, type SelectQueryBuilder, type SqlBool } from 'kysely';

import type { Database } from './database.js';
import { badUserInput } from './errors.js';
import { anyOf, eb, type AnyTables, type Condition } from './sql.js';

/** Maximum number of rows of a page. */
export const maxPageSize = 500;

/** The size of a page, and the id that it starts after; null for the first page. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

/** The rows of a page in the order of their ids. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** The rows of a list: those of a table, or of a query in place of one, that meet all conditions. */
export interface Selection {
  readonly table: string;
  readonly rows?: DerivedRows | undefined;
  readonly where: readonly Condition[];
  /** What orders them before their ids do; never null. */
  readonly order?: RowOrder | undefined;
}

/** A query whose rows a list has, each with an `id`. */
export type DerivedRows = SelectQueryBuilder<AnyTables, string, AnyTables>;

/** An order of rows: a value of the row, alias `row`. */
export interface RowOrder {
  readonly by: AliasableExpression<unknown>;
  readonly isDescending: boolean;
}

/**
 * How rows belong to parents: the table `link` has the id of the parent in the column `parent`, and that of the row in
 * `child`. It can be the table of the rows itself.
 */
export interface Membership {
  readonly link: string;
  readonly parent: string;
  readonly child: string;
  readonly where?: Condition;
}

/** A row with the `id` that orders it. */
export interface Identified {
  readonly id: string;
}

/** Checks the arguments `first` and `after` of a list; throws BAD_USER_INPUT. */
export function pageRequest(list: string, first: number, after: string | null | undefined): PageRequest {
  if (first < 0 || first > maxPageSize) {
    throw badUserInput('first', `a page size from 0 to ${maxPageSize}`, first);
  }
  return { first, after: after == null ? null : idOfCursor(list, after) };
}

/** The cursor of a row: list and id, so that it is valid as long as the row exists. */
export function cursorOf(list: string, id: string): string {
  return Buffer.from(`${list}:${id}`).toString('base64url');
}

function idOfCursor(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(`${list}:`) || cursorOf(list, text.slice(list.length + 1)) !== cursor) {
    throw badUserInput('after', `a cursor that a list of ${list} gave`, cursor);
  }
  return text.slice(list.length + 1);
}

/** One page of a list: one statement. */
export async function readPage<Row>(database: Database, selection: Selection, page: PageRequest): Promise<Page<Row>> {
  const { order } = selection;
  const rows = await startingAfter(selected(database.read<AnyTables>(), selection), selection, page)
    .selectAll('row')
    .$if(order !== undefined, (query) => query.orderBy(order?.by as never, order?.isDescending ? 'desc' : 'asc'))
    .orderBy('row.id')
    .limit(page.first + 1)
    .execute();
  return cut(rows as Row[], page);
}

/** All rows of a list, without a limit: one statement. */
export async function readAll<Row>(database: Database, selection: Selection): Promise<Row[]> {
  const rows = await selected(database.read<AnyTables>(), selection).selectAll('row').orderBy('row.id').execute();
  return rows as Row[];
}

/** A page of rows in memory, which are in the order of their ids. */
export function pageOf<Row extends Identified>(rows: readonly Row[], page: PageRequest): Page<Row> {
  const { after } = page;
  return cut(after === null ? rows : rows.filter(({ id }) => id > after), page);
}

/** The number of rows of a list: one statement. */
export async function readCount(database: Database, selection: Selection): Promise<number> {
  const { count } = await selected(database.read<AnyTables>(), selection)
    .select(sql<number | string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same page of each parent's list: one statement. */
export async function readPages<Row extends Identified>(
  database: Database,
  selection: Selection,
  membership: Membership,
  parents: readonly string[],
  page: PageRequest,
): Promise<Map<string, Page<Row>>> {
  const numbered = startingAfter(members(database, eb, selection, membership, parents), selection, page)
    .selectAll('row')
    .select([`link.${membership.parent} as pageOwner`])
    .select(
      sql`row_number() over (partition by ${sql.ref(`link.${membership.parent}`)} order by ${sql.ref('row.id')})`.as(
        'pageRow',
      ),
    );
  const rows = await database
    .read<AnyTables>()
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('pageRow', '<=', page.first + 1)
    .orderBy('pageOwner')
    .orderBy('pageRow')
    .execute();
  const groups = Map.groupBy(rows as (Row & { pageOwner: string })[], (row) => row.pageOwner);
  return new Map(Array.from(groups, ([parent, group]) => [parent, cut(group, page)]));
}

/** The number of rows of each parent's list: one statement. */
export async function readCounts(
  database: Database,
  selection: Selection,
  membership: Membership,
  parents: readonly string[],
): Promise<Map<string, number>> {
  const rows = await members(database, database.read<AnyTables>(), selection, membership, parents)
    .select([`link.${membership.parent} as pageOwner`])
    .select(sql<number | string>`count(*)`.as('count'))
    .groupBy(`link.${membership.parent}`)
    .execute();
  return new Map(rows.map((row) => [String(row.pageOwner), Number(row.count)]));
}

type Query = SelectQueryBuilder<AnyTables, string, Record<string, unknown>>;

/** What starts a query: a database, or `eb` for a subquery. */
type Start = Pick<typeof eb, 'selectFrom'>;

function selected(start: Start, { where, ...from }: Selection): Query {
  return where.reduce((each, condition) => each.where(condition), allRows(start, from));
}

function allRows(start: Start, { table, rows }: Pick<Selection, 'table' | 'rows'>): Query {
  return start.selectFrom(rows ? rows.as('row') : (`${table} as row` as never));
}

function members(
  database: Database,
  start: Start,
  selection: Selection,
  membership: Membership,
  parents: readonly string[],
): Query {
  const query = selected(start, selection)
    .innerJoin(`${membership.link} as link`, `link.${membership.child}`, 'row.id')
    .where(anyOf(database, `link.${membership.parent}`, parents)) as unknown as Query;
  return membership.where ? query.where(membership.where) : query;
}

function startingAfter(query: Query, { order, ...from }: Selection, { after }: PageRequest): Query {
  if (after === null) {
    return query;
  }
  if (!order) {
    return query.where('row.id', '>', after);
  }
  const { by, isDescending } = order;
  const there = allRows(eb, from)
    .select(by.as('by') as never)
    .where('row.id', '=', after);
  return query.where(
    sql<SqlBool>`(${by} ${sql.raw(isDescending ? '<' : '>')} ${there} or (${by} = ${there} and ${sql.ref('row.id')} > ${after}))`,
  );
}

function cut<Row>(rows: readonly Row[], { first }: PageRequest): Page<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}
