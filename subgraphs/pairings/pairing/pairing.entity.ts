import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Reported } from '../../../vocabulary/record/reported.js';
import { PairingEvidence, PairingLevel, PairingScope } from '../../../vocabulary/pairing/pairing-table.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'pairing' })
@ObjectType({
  implements: Reported,
  description: 'A tie by which one side helps another (结对帮扶), from its first period to its last.',
})
export class Pairing {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => PairingLevel, { description: 'Between which kinds of parties it is.' })
  @Property({ type: 'string' })
  level!: PairingLevel;

  @Field(() => PairingScope, { description: 'Whether it crosses a provincial border.' })
  @Property({ type: 'string' })
  scope!: PairingScope;

  @Field(() => PairingEvidence, { description: 'Whether its source states it or only implies it.' })
  @Property({ type: 'string' })
  evidence!: PairingEvidence;

  @Field(() => Boolean, {
    description: 'Whether the sides cooperate as equals (对口合作): which of them stands as donor says nothing then.',
  })
  @Property({ type: 'boolean', default: false })
  mutual!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the source leaves open, in English; null where it is clear.',
  })
  @Property({ type: 'string', nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese (备注); null where nobody wrote it.' })
  @Property({ type: 'string', nullable: true })
  noteZh!: string | null;

  /** Id of its programme. */
  @Property({ type: 'string', index: true })
  programmeId!: string;

  /** Id of the pairing that it is part of. */
  @Property({ type: 'string', nullable: true, index: true })
  parentId!: string | null;
}
