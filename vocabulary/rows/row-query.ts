import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Directive, Field, Info, Query, Resolver } from 'type-graphql';

import { badUserInput } from '../../platform/errors.js';
import { cursorOf, maxPageSize, type Identified } from '../../platform/page.js';
import { selectedNames } from '../../platform/selected-names.js';
import type { VocabularyContext } from '../context.js';
import { rowListSize, type List } from '../record/connection.js';
import type { ListedType } from '../record/listed-type.js';
import type { ListArguments } from '../record/repository.js';
import type { RowField, RowFields, Scalar } from './row-field.js';
import { RowPage } from './row-page.js';
import { rowConnection, rowType } from './row-type.js';

/** The root field that gives the rows of a type as a table: `fundRows`. */
export function rowQuery<Row extends Identified>(
  listed: ListedType<Row>,
  plural: string,
  fields: RowFields<Row>,
): Function {
  const { name, table, listArguments } = listed;
  const row = rowType(
    `${name}Row`,
    `A row of the table of ${plural}: scalars alone, for spreadsheets and dashboards. The type ${name} has the same as objects.`,
    fields,
  );
  const connection = rowConnection(`${name}Row`, name, row);

  @ArgsType()
  class ValueArguments extends listArguments {
    @Field(() => [String], { description: 'The columns, in the order of the values.' })
    columns!: string[];
  }

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

    @Directive('@inaccessible')
    @Query(() => String, {
      name: `${table}RowValues`,
      nullable: true,
      description: `The same as the JSON text of \`{rows, after}\`, up to ${maxPageSize} rows with their values in the order of \`columns\`: for the gateway, which makes tables of them.`,
    })
    async values(@Args(() => ValueArguments) args: ValueArguments, @Ctx() context: VocabularyContext): Promise<string> {
      return valuesText(listed, fields, args, context);
    }
  }
  return RowQuery;
}

/** A list as a table: of its columns those that are selected, and `fixed` ones. */
export function rowList<Row extends Identified>(
  list: List<Row>,
  fields: RowFields<Row>,
  context: VocabularyContext,
  selected: ReadonlySet<string>,
  fixed: readonly string[] = [],
): object {
  const asked = Object.entries(fields).filter(([name]) => selected.has(name) || fixed.includes(name));
  return {
    get edges() {
      return edgesOf(list, asked, context);
    },
    get pageInfo() {
      return list.pageInfo;
    },
    get totalCount() {
      return list.totalCount;
    },
  };
}

async function valuesText<Row extends Identified>(
  listed: ListedType<Row>,
  fields: RowFields<Row>,
  args: ListArguments & { readonly columns: readonly string[] },
  context: VocabularyContext,
): Promise<string> {
  const asked = args.columns.map((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      throw badUserInput('columns', `names of columns, of ${Object.keys(fields).join(', ')}`, name);
    }
    return field;
  });
  const { rows, hasNextPage } = await context.rows.of<Row>(listed).page(args);
  const page = await RowPage.read(context, rows, new Set(asked.flatMap(({ reads }) => reads)));
  const last = rows.at(-1);
  return JSON.stringify({
    rows: rows.map((row) => asked.map((field) => valueOf(field, row, page))),
    after: hasNextPage && last ? cursorOf(listed.name, last.id) : null,
  });
}

/** The value of a column; the database may give a boolean as a number. */
function valueOf<Row>({ type, value }: RowField<Row>, row: Row, page: RowPage): Scalar {
  const found = value(row, page);
  return type === 'Boolean' && found !== null ? Boolean(found) : found;
}

async function edgesOf<Row extends Identified>(
  list: List<Row>,
  asked: Asked<Row>,
  context: VocabularyContext,
): Promise<readonly object[]> {
  const edges = await list.edges;
  const nodes = await rowNodes(
    edges.map(({ node }) => node),
    asked,
    context,
  );
  return edges.map(({ cursor }, place) => ({ cursor, node: nodes[place] }));
}

/** Columns with their names. */
type Asked<Row> = readonly (readonly [string, RowField<Row>])[];

/** The values of columns of rows: a statement for each table beside them. */
export async function rowNodes<Row>(
  rows: readonly Row[],
  asked: Asked<Row>,
  context: VocabularyContext,
): Promise<readonly object[]> {
  const page = await RowPage.read(context, rows, new Set(asked.flatMap(([, { reads }]) => reads)));
  return rows.map((row) => Object.fromEntries(asked.map(([name, field]) => [name, valueOf(field, row, page)])));
}
