import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** A user of another subgraph, with fields that this one adds or takes over. */
@Directive('@key(fields: "email")')
@ObjectType()
export class User {
  @Field(() => ID)
  readonly email!: string;

  @Directive('@override(from: "users")')
  @Field(() => String, { nullable: true })
  readonly name!: string | null;

  @Directive('@external')
  @Field(() => Int, { nullable: true })
  readonly totalProductsCreated!: number | null;

  @Directive('@external')
  @Field(() => Int)
  readonly yearsOfEmployment!: number;
}
