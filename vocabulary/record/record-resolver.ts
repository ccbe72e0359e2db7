import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root, type ClassType } from 'type-graphql';

import { listSize, type List } from './connection.js';
import type { Reported } from './reported.js';
import { partsIn, type ListArguments, type Repository } from './repository.js';

/** A type of record, as its resolver is made of it. */
export interface RecordType<Row extends Reported, Context> {
  readonly type: ClassType<Row>;
  readonly connection: ClassType<List<Row>>;
  readonly listArguments: ClassType<ListArguments>;
  /** Its table. */
  readonly table: string;
  /** The root fields that give one record and a list of them. */
  readonly one: string;
  readonly many: string;
  /** What one and several of them are called. */
  readonly words: readonly [one: string, several: string];
  readonly repository: (context: Context) => Repository<Row>;
}

/** Makes the resolver of what every type of record has: its root fields, and which record is a part of which. */
export function recordResolver<Row extends Reported, Context extends object>({
  type,
  connection,
  listArguments,
  table,
  one,
  many,
  words: [word, plural],
  repository,
}: RecordType<Row, Context>): ClassType {
  @Resolver(() => type)
  class RecordResolver {
    @Query(() => type, { name: one, nullable: true, description: `The ${word} with this id; null when there is none.` })
    async byId(
      @Arg('id', () => ID, { description: `Id of the ${word}.` }) id: string,
      @Ctx() context: Context,
    ): Promise<Row | null> {
      return repository(context).byId(id);
    }

    @Directive(listSize)
    @Query(() => connection, { name: many, nullable: true, description: `All ${plural}, by id.` })
    list(@Args(() => listArguments) args: ListArguments, @Ctx() context: Context): List<Row> {
      return repository(context).list(args);
    }

    @FieldResolver(() => type, {
      nullable: true,
      description: `The ${word} that this one is a part of, so that it is not added twice; null where it stands alone.`,
    })
    async includedIn(@Root() { includedInId }: Reported, @Ctx() context: Context): Promise<Row | null> {
      return includedInId === null ? null : repository(context).byId(includedInId);
    }

    @FieldResolver(() => type, {
      nullable: true,
      description: `The ${word} that this one may be a part of, the source leaving it open: a total that has that one leaves this one out. Null where there is no such doubt.`,
    })
    async mayBeIncludedIn(@Root() { mayBeIncludedInId }: Reported, @Ctx() context: Context): Promise<Row | null> {
      return mayBeIncludedInId === null ? null : repository(context).byId(mayBeIncludedInId);
    }

    @Directive(listSize)
    @FieldResolver(() => connection, { nullable: true, description: `The ${plural} that are a part of this one.` })
    parts(
      @Root() { id }: Reported,
      @Args(() => listArguments) args: ListArguments,
      @Ctx() context: Context,
    ): List<Row> {
      return repository(context).listOf(partsIn(table), id, args);
    }
  }
  return RecordResolver;
}
