import { Arg, Args, Ctx, Directive, ID, Query, Resolver, type ClassType } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import type { VocabularyContext } from '../context.js';
import { connectionOf, listSize, PageArguments, type List } from './connection.js';
import type { Filter } from './filter.js';
import type { ListArguments, StoredType } from './repository.js';

/** A type whose rows a table has, and that lists are made of. */
export interface ListedType<Row extends Identified> extends StoredType {
  readonly type: ClassType<Row>;
  readonly connection: ClassType<List<Row>>;
  /** The arguments of a list of it. */
  readonly listArguments: ClassType<ListArguments>;
}

/** Declares such a type. Its table is named after it: `JobFair` is in `jobFair`. */
export function listedType<Row extends Identified>(
  name: string,
  type: ClassType<Row>,
  filter?: Filter,
): ListedType<Row> {
  return {
    name,
    type,
    table: name.replace(/^./, (letter) => letter.toLowerCase()),
    connection: connectionOf(name, () => type),
    listArguments: filter?.listArguments ?? (PageArguments as ClassType<ListArguments>),
    ...(filter ? { filter } : {}),
  };
}

/** The root fields of a type: the row with an id, under the name of its table, and the list of all. */
export function rootFields<Row extends Identified>(
  listed: ListedType<Row>,
  word: string,
  list: { readonly field: string; readonly description: string },
): Function {
  const { type, table, connection, listArguments } = listed;

  @Resolver(() => type)
  class RootFields {
    @Query(() => type, {
      name: table,
      nullable: true,
      description: `The ${word} with this id; null when there is none.`,
    })
    async byId(
      @Arg('id', () => ID, { description: `Id of the ${word}.` }) id: string,
      @Ctx() { rows }: VocabularyContext,
    ): Promise<Row | null> {
      return rows.of<Row>(listed).byId(id);
    }

    @Directive(listSize)
    @Query(() => connection, { name: list.field, nullable: true, description: list.description })
    all(@Args(() => listArguments) args: ListArguments, @Ctx() { rows }: VocabularyContext): List<Row> {
      return rows.of<Row>(listed).list(args);
    }
  }
  return RootFields;
}
