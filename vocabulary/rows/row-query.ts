import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, Info, Query, Resolver } from 'type-graphql';

import { selectedNames } from '../../platform/selected-names.js';
import type { Identified } from '../../platform/page.js';
import type { VocabularyContext } from '../context.js';
import { rowListSize, type List } from '../record/connection.js';
import type { ListedType } from '../record/listed-type.js';
import type { ListArguments } from '../record/repository.js';
import type { RowFields, Scalar } from './row-field.js';
import { RowPage, type RowReader } from './row-page.js';
import { rowConnection } from './row-type.js';

/** The root field that gives the rows of a type as a table: `fundRows`. */
export function rowQuery<Row extends Identified>(
  listed: ListedType<Row>,
  plural: string,
  fields: RowFields<Row>,
): Function {
  const { name, table, listArguments } = listed;
  const connection = rowConnection(
    name,
    `A row of the table of ${plural}: scalars alone, for spreadsheets and dashboards. The type ${name} has the same as objects.`,
    fields,
  );

  @Resolver()
  class RowQuery {
    @Directive(rowListSize)
    @Query(() => connection, {
      name: `${table}Rows`,
      nullable: true,
      description: `The table of ${plural}: a row of scalars for each, by id.`,
    })
    rows(
      @Args(() => listArguments) args: ListArguments,
      @Ctx() context: VocabularyContext,
      @Info() info: GraphQLResolveInfo,
    ): object {
      const list = context.rows.of<Row>(listed).list(args);
      return rowList(list, fields, context, selectedNames(info, ['edges', 'node']));
    }
  }
  return RowQuery;
}

function rowList<Row extends Identified>(
  list: List<Row>,
  fields: RowFields<Row>,
  context: VocabularyContext,
  selected: ReadonlySet<string>,
): object {
  const asked = Object.entries(fields).filter(([name]) => selected.has(name));
  const readers = new Set(asked.flatMap(([, { reads }]) => reads));
  return {
    get edges() {
      return edgesOf(list, asked, context, readers);
    },
    get pageInfo() {
      return list.pageInfo;
    },
    get totalCount() {
      return list.totalCount;
    },
  };
}

async function edgesOf<Row extends Identified>(
  list: List<Row>,
  asked: readonly (readonly [string, RowFields<Row>[string]])[],
  context: VocabularyContext,
  readers: ReadonlySet<RowReader<Row>>,
): Promise<readonly object[]> {
  const edges = await list.edges;
  const page = await RowPage.read(
    context,
    edges.map(({ node }) => node),
    readers,
  );
  return edges.map(({ cursor, node }) => {
    const row: Record<string, Scalar> = {};
    for (const [name, { value }] of asked) {
      row[name] = value(node, page);
    }
    return { cursor, node: row };
  });
}
