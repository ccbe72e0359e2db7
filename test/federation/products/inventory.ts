import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** An interface of another subgraph, to all of whose types this one adds a field. */
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
@ObjectType()
export class Inventory {
  @Field(() => ID)
  readonly id!: string;
}
