import { filterConditions } from '../../platform/filter.js';
import {
  pageRequest,
  readAll,
  readCount,
  readCounts,
  readPage,
  readPages,
  type DerivedRows,
  type Identified,
  type Page,
  type RowOrder,
  type Selection,
} from '../../platform/page.js';
import type { FilterFields } from '../../platform/filter.js';
import { rowsWhere, type Condition } from '../../platform/sql.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { isOfPartialListing } from '../pairing/round-ref.js';
import { toPairing, type ListBelonging } from './belonging.js';
import { List, type PageArguments } from './connection.js';

/** The arguments of a list: its page, and the filter of its type. */
export interface ListArguments extends PageArguments {
  readonly filter?: object | null;
  readonly orderBy?: string;
}

/** A type whose rows a table has: a constant of its module, by which the batches of loaders are told apart. */
export interface StoredType {
  readonly name: string;
  readonly table: string;
  /** The query whose rows it has; without it, those of the table. */
  readonly derived?: DerivedRows;
  readonly filter?: { readonly fields: FilterFields };
  /** The orders that `orderBy` names; another name is that of the ids. */
  readonly orders?: Readonly<Record<string, RowOrder>>;
}

/** Reads the rows of one type. */
export class Repository<Row extends Identified> {
  constructor(
    protected readonly scope: RequestScope,
    private readonly type: StoredType,
  ) {}

  /** The row with an id; null when there is none. */
  async byId(id: string): Promise<Row | null> {
    const { database, loaders } = this.scope;
    return loaders.one([this.type, 'id'], null, id, async (ids) => {
      const rows = await rowsWhere<Row>(database, this.type.table, 'id', ids);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** The list of all rows that meet the filter and the conditions. Throws BAD_USER_INPUT. */
  list(args: ListArguments, conditions: readonly Condition[] = []): List<Row> {
    const { database } = this.scope;
    const page = pageRequest(this.type.name, args.first, args.after);
    const selection = this.selection(args, conditions);
    return new List(this.type.name, {
      page: () => readPage<Row>(database, selection, page),
      count: () => readCount(database, selection),
      countPartial: () => readCount(database, partOf(selection)),
    });
  }

  /** A page of rows that meet the filter. Throws BAD_USER_INPUT. */
  async page(args: ListArguments): Promise<Page<Row>> {
    const page = pageRequest(this.type.name, args.first, args.after);
    return readPage<Row>(this.scope.database, this.selection(args, []), page);
  }

  /**
   * The list of an owner's rows. The same field of many owners is one statement: `belonging` is a constant, and
   * `conditions` follow from the arguments.
   */
  listOf(
    belonging: ListBelonging,
    owner: string,
    args: ListArguments,
    conditions: readonly Condition[] = [],
  ): List<Row> {
    const { database, loaders } = this.scope;
    const page = pageRequest(this.type.name, args.first, args.after);
    const selection = this.selection(args, conditions);
    return new List(this.type.name, {
      page: async () =>
        (await loaders.one<Page<Row>>([this.type, belonging, 'page'], args, owner, (owners) =>
          readPages<Row>(database, selection, belonging, owners, page),
        )) ?? { rows: [], hasNextPage: false },
      count: async () =>
        (await loaders.one([this.type, belonging, 'count'], args, owner, (owners) =>
          readCounts(database, selection, belonging, owners),
        )) ?? 0,
      countPartial: async () =>
        // One pairing by itself is no list of pairings.
        belonging === toPairing
          ? 0
          : ((await loaders.one([this.type, belonging, 'partial'], args, owner, (owners) =>
              readCounts(database, partOf(selection), belonging, owners),
            )) ?? 0),
    });
  }

  /** All rows that meet a filter and the conditions, however many. Throws BAD_USER_INPUT. */
  protected async all(args: Pick<ListArguments, 'filter'>, conditions: readonly Condition[]): Promise<Row[]> {
    return readAll<Row>(this.scope.database, this.selection(args, conditions));
  }

  private selection(
    { filter, orderBy = '' }: Pick<ListArguments, 'filter' | 'orderBy'>,
    conditions: readonly Condition[],
  ): Selection {
    const { table, derived, filter: of, orders = {} } = this.type;
    return {
      table,
      rows: derived,
      where: [...filterConditions(of?.fields ?? {}, filter), ...conditions],
      order: Object.hasOwn(orders, orderBy) ? orders[orderBy] : undefined,
    };
  }
}

/** Those of a selection of records that are of a programme of which pairings are missing. */
const partOf = ({ table, where }: Selection): Selection => ({ table, where: [...where, isOfPartialListing] });

/** The repositories of one request, each made when its type is first asked for. */
export class Repositories {
  private readonly byType = new Map<StoredType, Repository<Identified>>();

  constructor(private readonly scope: RequestScope) {}

  /** The repository of a type. */
  of<Row extends Identified>(type: StoredType): Repository<Row> {
    let repository = this.byType.get(type);
    if (!repository) {
      repository = new Repository(this.scope, type);
      this.byType.set(type, repository);
    }
    return repository as Repository<Row>;
  }
}
