import {
  AliasNode,
  AndNode,
  expressionBuilder,
  IdentifierNode,
  JoinNode,
  OnNode,
  OperationNodeTransformer,
  ParensNode,
  RawNode,
  SelectQueryNode,
  sql,
  TableNode,
  WhereNode,
  type KyselyPlugin,
  type OperationNode,
  type QueryId,
  type RawBuilder,
  type RootOperationNode,
  type SqlBool,
} from 'kysely';

import type { Audience } from './audience.js';
import type { MadeRows } from './made-rows.js';

/** The tables of a database, by what rows in them may be seen. */
export interface GuardedTables {
  /** Those whose rows are of a data set each, and the column that names it. */
  readonly guarded: ReadonlyMap<string, string>;
  /** Those that have nothing of a row but its id, and are read beside rows that are guarded. */
  readonly free: ReadonlySet<string>;
}

/** For whom rows are read. */
export interface Reader {
  readonly audience: Audience;
  /** Whether it sees all data sets: all rows but those that imports make for others. */
  readonly seesAll: boolean;
  readonly made: MadeRows;
}

/** The table of the changes of data sets, which also stay where the data set is gone. */
const history = 'import';

/**
 * Adds to every table of a statement the condition that its rows are of data sets that the reader may see, also in what
 * is nested. Throws on a statement in which it cannot: raw SQL that names a table, and tables that it does not know. To be
 * added after plugins that rename; what it adds has no schema yet.
 */
export function onlyVisible(tables: GuardedTables, reader: Reader, isSqlite: boolean): KyselyPlugin {
  const transformer = new VisibilityTransformer(tables, reader, isSqlite);
  return {
    transformQuery: ({ node, queryId }) => transformer.transform(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

class VisibilityTransformer extends OperationNodeTransformer {
  private readonly commonTables = new Set<string>();

  constructor(
    private readonly tables: GuardedTables,
    private readonly reader: Reader,
    private readonly isSqlite: boolean,
  ) {
    super();
  }

  transform(query: RootOperationNode, queryId: QueryId): RootOperationNode {
    if (!SelectQueryNode.is(query)) {
      throw misuse(`a statement of the kind ${query.kind}`);
    }
    this.commonTables.clear();
    return this.transformNode(query, queryId);
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    for (const { name } of node.with?.expressions ?? []) {
      const common = name.table.table.identifier.name;
      if (this.tables.guarded.has(common) || this.tables.free.has(common)) {
        throw misuse(`a common table expression with the name of a table, ${common}`);
      }
      this.commonTables.add(common);
    }
    const transformed = super.transformSelectQuery(node, queryId);
    const conditions = (node.from?.froms ?? []).flatMap((table) => this.conditionOn(table) ?? []);
    const where = conditions.reduceRight<OperationNode | undefined>(and, transformed.where?.where);
    return where ? { ...transformed, where: WhereNode.create(where) } : transformed;
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const transformed = super.transformJoin(node, queryId);
    const condition = this.conditionOn(node.table);
    if (!['InnerJoin', 'LeftJoin'].includes(node.joinType)) {
      throw misuse(`a join of the kind ${node.joinType}`);
    }
    return condition ? { ...transformed, on: OnNode.create(and(transformed.on?.on, condition)) } : transformed;
  }

  protected override transformRaw(node: RawNode, queryId?: QueryId): RawNode {
    for (const parameter of node.parameters) {
      if (TableNode.is(parameter) && this.tables.guarded.has(parameter.table.identifier.name)) {
        throw misuse(`the table ${parameter.table.identifier.name} in raw SQL`);
      }
    }
    for (const [, name = ''] of node.sqlFragments.join(' ? ').matchAll(/\b(?:from|join)\s+(?:"?\w+"?\.)?"?(\w+)/gi)) {
      if (this.tables.guarded.has(name)) {
        throw misuse(`the table ${name} in raw SQL`);
      }
    }
    return super.transformRaw(node, queryId);
  }

  /** The condition on the rows of what a query reads from; null where that has none of its own. */
  private conditionOn(table: OperationNode): OperationNode | null {
    const [source, alias] = AliasNode.is(table) ? [table.node, table.alias] : [table, null];
    if (!TableNode.is(source)) {
      return null;
    }
    const { name } = source.table.identifier;
    if (this.commonTables.has(name) || this.tables.free.has(name)) {
      return null;
    }
    const column = this.tables.guarded.get(name);
    if (column === undefined) {
      throw misuse(`the table ${name}, which is not known`);
    }
    const reference = alias && IdentifierNode.is(alias) ? alias.name : name;
    return name === history ? this.isVisibleChange(reference) : this.isVisible(`${reference}.${column}`);
  }

  private isVisible(column: string): OperationNode {
    const { seesAll, made } = this.reader;
    const keys = (some: readonly string[]): RawBuilder<unknown> => sql.join(some.map((each) => sql.val(each)));
    if (seesAll) {
      return sql<SqlBool>`${sql.ref(column)} not in (${keys(made.foreign)})`.toOperationNode();
    }
    // By no index (`+`): a data set has many rows.
    const value = this.isSqlite ? sql`+${sql.ref(column)}` : sql.ref(column);
    const isOfDataset = sql<SqlBool>`${value} in ${eb.selectFrom('dataset').select('dataset.id').where(this.sees('dataset.visibility'))}`;
    return (
      made.own.length === 0 ? isOfDataset : sql<SqlBool>`(${isOfDataset} or ${value} in (${keys(made.own)}))`
    ).toOperationNode();
  }

  /** A change is told to those who might see the data set then, and may see it now where it is still there. */
  private isVisibleChange(reference: string): OperationNode {
    return eb
      .and([
        this.sees(`${reference}.visibility`),
        eb.not(
          eb.exists(
            eb
              .selectFrom('dataset')
              .select('dataset.id')
              .whereRef('dataset.id', '=', `${reference}.dataset`)
              .where(eb.not(this.sees('dataset.visibility'))),
          ),
        ),
      ])
      .toOperationNode();
  }

  private sees(visibility: string) {
    return eb.or([
      eb(visibility, '=', ''),
      ...this.reader.audience.map((role) => eb(visibility, 'like', `% ${role} %`)),
    ]);
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- kysely's own type for tables not known before the run
const eb = expressionBuilder<any, string>();

const and = (condition: OperationNode | undefined, other: OperationNode): OperationNode =>
  condition ? AndNode.create(other, ParensNode.create(condition)) : other;

/** Nobody sees more for it: the statement is not sent. */
const misuse = (found: string): TypeError =>
  new TypeError(`Expected a query whose tables can be guarded for a reader who may not see all, found ${found}.`);
