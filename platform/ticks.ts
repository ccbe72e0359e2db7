import {
  AliasNode,
  AndNode,
  IdentifierNode,
  JoinNode,
  OnNode,
  OperationNodeTransformer,
  ParensNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  WhereNode,
  type KyselyPlugin,
  type OperationNode,
  type QueryId,
  type RootOperationNode,
} from 'kysely';

/**
 * Adds conditions that hold for every row and call the SQL function `tick` for one row in 16, so that a statement on
 * SQLite can be ended while it runs: `node:sqlite` has no interrupt. They are on the tables for which `hasRowid` holds
 * and on common table expressions; views and derived tables read from those. To be added after plugins that rename.
 */
export function addTicks(hasRowid: (table: string) => boolean): KyselyPlugin {
  const transformer = new TickTransformer(hasRowid);
  return {
    transformQuery: ({ node, queryId }) => transformer.transform(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

class TickTransformer extends OperationNodeTransformer {
  /** A column of each common table expression; null where none is known. */
  private readonly commonTables = new Map<string, string | null>();

  constructor(private readonly hasRowid: (table: string) => boolean) {
    super();
  }

  transform(query: RootOperationNode, queryId: QueryId): RootOperationNode {
    this.commonTables.clear();
    return this.transformNode(query, queryId);
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    for (const { name, expression } of node.with?.expressions ?? []) {
      this.commonTables.set(name.table.table.identifier.name, firstColumn(expression));
    }
    const transformed = super.transformSelectQuery(node, queryId);
    if (isPlainCount(node)) {
      return transformed;
    }
    const ticks = (node.from?.froms ?? []).flatMap((table) => this.tickOf(table) ?? []);
    const where = ticks.reduceRight<OperationNode | undefined>(and, transformed.where?.where);
    return where ? { ...transformed, where: WhereNode.create(where) } : transformed;
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const transformed = super.transformJoin(node, queryId);
    const tick = node.on && this.tickOf(node.table);
    return tick ? { ...transformed, on: OnNode.create(and(transformed.on?.on, tick)) } : transformed;
  }

  private tickOf(table: OperationNode): OperationNode | null {
    const [source, alias] = AliasNode.is(table) ? [table.node, table.alias] : [table, null];
    if (!TableNode.is(source)) {
      return null;
    }
    const { name } = source.table.identifier;
    const reference = alias && IdentifierNode.is(alias) ? alias.name : name;
    if (this.commonTables.has(name)) {
      const column = this.commonTables.get(name);
      return column ? RawNode.createWithSql(`tick("${reference}"."${column}")`) : null;
    }
    // The bits are spread, so that any rows that have something in common tick as often. Planning is not affected.
    return this.hasRowid(name)
      ? RawNode.createWithSql(
          `likelihood(("${reference}".rowid * 2654435761 >> 28) & 15 or tick("${reference}".rowid), 1.0)`,
        )
      : null;
  }
}

const and = (condition: OperationNode | undefined, tick: OperationNode): OperationNode =>
  condition ? AndNode.create(tick, ParensNode.create(condition)) : tick;

/** SQLite counts a whole table without reading its rows. */
function isPlainCount({ from, where, joins, groupBy, selections }: SelectQueryNode): boolean {
  const [selection, ...others] = selections ?? [];
  const counted = selection && AliasNode.is(selection.selection) ? selection.selection.node : null;
  return (
    from?.froms.length === 1 &&
    !where &&
    !joins &&
    !groupBy &&
    others.length === 0 &&
    counted !== null &&
    RawNode.is(counted) &&
    counted.sqlFragments.join() === 'count(*)'
  );
}

/** The first column that a query takes from a table as it is. */
function firstColumn(query: OperationNode): string | null {
  if (!SelectQueryNode.is(query)) {
    return null;
  }
  for (const { selection } of query.selections ?? []) {
    if (ReferenceNode.is(selection) && 'column' in selection.column) {
      return selection.column.column.name;
    }
  }
  return null;
}
