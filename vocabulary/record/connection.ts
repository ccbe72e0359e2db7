import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';

import { cursorOf, type Identified, type Page } from '../../platform/page.js';

/** The cost hint of a list: at most as many as `first` asks for. */
export const listSize =
  '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)';

/** The cost hint of a table of rows, whose connection has edges alone. */
export const rowListSize =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';

/** The cost hint of a list that is no connection: at most as many items as `first` asks for. */
export const plainListSize = '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)';

/** The cost hint of a list that has a page and no edges. */
export const nodeListSize =
  '@listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)';

/** The cost of a total, which reads all records of its field: that of as many objects. */
export const totalCost = '@cost(weight: 20)';

/** The cost of what goes through a whole table, whatever it gives: that of as many objects. */
export const tableCost = '@cost(weight: 500)';

@ArgsType()
export class PageArguments {
  @Field(() => Int, { description: 'How many at most, from 0 to 500.' })
  first = 50;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what comes after this cursor, from `pageInfo.endCursor` or an edge; null starts at the beginning.',
  })
  after?: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Whether and where a list goes on.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  readonly hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last one on this page, for `after`; null on an empty page.',
  })
  readonly endCursor!: string | null;
}

/** How a list is read: each part only when it is asked for. */
export interface ListReader<Row> {
  page(): Promise<Page<Row>>;
  count(): Promise<number>;
  /** How many of a list of records are of a programme of which pairings are missing. */
  countPartial?(): Promise<number>;
}

/** A list as the graph gives it. Nothing is read before one of its fields is asked for. */
export class List<Row extends Identified> {
  private read: Promise<Page<Row>> | undefined;

  constructor(
    private readonly name: string,
    readonly reader: ListReader<Row>,
  ) {}

  get nodes(): Promise<readonly Row[]> {
    return this.page.then(({ rows }) => rows);
  }

  get edges(): Promise<readonly { cursor: string; node: Row }[]> {
    return this.page.then(({ rows }) => rows.map((node) => ({ cursor: cursorOf(this.name, node.id), node })));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.page.then(({ rows, hasNextPage }) => {
      const last = rows.at(-1);
      return { hasNextPage, endCursor: last ? cursorOf(this.name, last.id) : null };
    });
  }

  get totalCount(): Promise<number> {
    return this.reader.count();
  }

  private get page(): Promise<Page<Row>> {
    this.read ??= this.reader.page();
    return this.read;
  }
}

/** The connection type of a node type: `FundConnection` with its `FundEdge`. */
export function connectionOf<Node extends Identified>(
  name: string,
  node: () => ClassType<Node>,
): ClassType<List<Node>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Place in the list, for `after`.' })
    readonly cursor!: string;

    @Field(node, { nullable: true, description: `The ${name}; null only when it cannot be read.` })
    readonly node!: Node | null;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}, ordered by id.` })
  class Connection {
    @Field(() => Int, { description: 'How many the whole list has, over all pages.' })
    readonly totalCount!: number;

    @Field(() => [node()], { description: `The page: each a ${name}.` })
    readonly nodes!: Node[];

    @Field(() => [Edge], { nullable: 'itemsAndList', description: 'The page, each with its cursor.' })
    readonly edges!: Edge[] | null;

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    readonly pageInfo!: PageInfo;
  }
  return Connection as unknown as ClassType<List<Node>>;
}
