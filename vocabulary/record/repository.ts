import { filterConditions, type FilterFields } from '../../platform/filter.js';
import {
  pageRequest,
  readAll,
  readCount,
  readCounts,
  readPage,
  readPages,
  type Identified,
  type Membership,
  type Page,
  type Selection,
} from '../../platform/page.js';
import { eb, rowsWhere, type Condition } from '../../platform/sql.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { List, type PageArguments } from './connection.js';
import type { PartyRole } from '../party/party.js';

/** The arguments of a list: its page, and the filter of its type. */
export interface ListArguments extends PageArguments {
  readonly filter?: object | null;
}

/** Reads the rows of one type. */
export class Repository<Row extends Identified> {
  constructor(
    protected readonly scope: RequestScope,
    private readonly typename: string,
    private readonly table: string,
    private readonly filterFields: FilterFields = {},
  ) {}

  /** The row with an id; null when there is none. */
  async byId(id: string): Promise<Row | null> {
    return this.scope.loaders.one([Repository, this.table, 'id'], null, id, async (ids) => {
      const rows = await rowsWhere<Row>(this.scope.database, this.table, 'id', ids);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** The list of all rows that meet the filter and the conditions. Throws BAD_USER_INPUT. */
  list(args: ListArguments, conditions: readonly Condition[] = []): List<Row> {
    const { database } = this.scope;
    const page = pageRequest(this.typename, args.first, args.after);
    const selection = this.selection(args, conditions);
    return new List(this.typename, {
      page: () => readPage<Row>(database, selection, page),
      count: () => readCount(database, selection),
    });
  }

  /**
   * The list of a parent's rows. The same field of many parents is one statement; `conditions` must follow from the
   * arguments, which tell one such field from another.
   */
  listOf(
    membership: Membership,
    parent: string,
    args: ListArguments,
    conditions: readonly Condition[] = [],
  ): List<Row> {
    const { database, loaders } = this.scope;
    const page = pageRequest(this.typename, args.first, args.after);
    const selection = this.selection(args, conditions);
    const path = [Repository, this.table, membership.name] as const;
    return new List(this.typename, {
      page: async () =>
        (await loaders.one<Page<Row>>([...path, 'page'], args, parent, (parents) =>
          readPages<Row>(database, selection, membership, parents, page),
        )) ?? { rows: [], hasNextPage: false },
      count: async () =>
        (await loaders.one([...path, 'count'], args, parent, (parents) =>
          readCounts(database, selection, membership, parents),
        )) ?? 0,
    });
  }

  /** All rows that meet a filter and the conditions, however many. Throws BAD_USER_INPUT. */
  protected async all(args: Pick<ListArguments, 'filter'>, conditions: readonly Condition[]): Promise<Row[]> {
    return readAll<Row>(this.scope.database, this.selection(args, conditions));
  }

  private selection({ filter }: Pick<ListArguments, 'filter'>, conditions: readonly Condition[]): Selection {
    return { table: this.table, where: [...filterConditions(this.filterFields, filter), ...conditions] };
  }
}

/** The records of a pairing. */
export const ofPairing: Membership = { name: 'pairing', link: 'recordPairing', parent: 'pairing', child: 'record' };

/** The records that have a region or an organisation in a role. */
export function ofParty(role: PartyRole, kind: 'region' | 'organisation'): Membership {
  return {
    name: `${kind} as ${role}`,
    link: 'party',
    parent: kind,
    child: 'record',
    where: eb('link.role', '=', role),
  };
}

/** The records of a table that are a part of another. */
export const partsIn = (table: string): Membership => ({
  name: 'includedIn',
  link: table,
  parent: 'includedInId',
  child: 'id',
});
