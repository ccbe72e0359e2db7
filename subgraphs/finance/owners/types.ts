import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

import { ownerTypes } from '../../../vocabulary/owner-types.js';

@Directive('@key(fields: "id")')
@ObjectType()
class Pairing {
  @Field(() => ID)
  readonly id!: string;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  readonly peoplePlaced?: number | null;
}

/** The types of others that finance adds fields to. */
export const owners = { ...ownerTypes(), Pairing };
