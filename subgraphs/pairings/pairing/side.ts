import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';

import type { SideRole } from '../../../vocabulary/pairing/pairing-ref.js';
import { PartyKind } from '../../../vocabulary/pairing/pairing-table.js';

/** Parties on a side of a pairing that its source counts without naming them. */
@Entity({ tableName: 'counted_parties' })
@ObjectType({ description: 'Parties that a source counts without naming them.' })
export class CountedParties {
  @PrimaryKey({ type: 'string' }) pairingId!: string;
  @PrimaryKey({ type: 'string' }) role!: SideRole;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;

  @Field(() => Int, { nullable: true, description: 'How many; null where the source gives no number.' })
  @Property({ type: 'integer', nullable: true })
  count!: number | null;

  @Field(() => PartyKind, { description: 'What they are.' })
  @Property({ type: 'string' })
  kind!: PartyKind;

  /** Id of the region they are in. */
  @Property({ type: 'string', nullable: true, index: true })
  regionId!: string | null;
}

/** One side of a pairing. */
@ObjectType({
  description:
    'One side of a pairing: one named party nine times in ten, else several, or parties that are only counted.',
})
export class Side {
  readonly pairingId!: string;
  readonly role!: SideRole;
}
