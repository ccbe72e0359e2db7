import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import type { PairingLevel } from '../../../vocabulary/pairing/pairing-table.js';
import { Listing } from '../../../vocabulary/pairing/listing.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'round' })
@ObjectType({
  description: 'A round of a programme (轮次): one list or decision by which pairings began, went on or ended.',
})
export class Round {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => String, { description: 'Chinese name.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English; null where none is known.' })
  @Property({ type: 'string', nullable: true })
  nameEn!: string | null;

  @Field(() => Listing, {
    description:
      'Whether the graph has all its pairings, of every level. `completeLevels` has the levels of which it does where it is PARTIAL.',
  })
  @Property({ type: 'string' })
  listing!: Listing;

  @Field(() => String, {
    nullable: true,
    description: 'What is missing, in English; null where nothing is known to be.',
  })
  @Property({ type: 'string', nullable: true })
  missing!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What is missing, in Chinese; null where nothing is known to be.',
  })
  @Property({ type: 'string', nullable: true })
  missingZh!: string | null;

  /** Id of its programme. */
  @Property({ type: 'string', index: true })
  programmeId!: string;

  /** Id of the document that made it. */
  @Property({ type: 'string', nullable: true })
  basisId!: string | null;
}

/** A level of which a round has all pairings. */
@Entity({ tableName: 'round_level' })
export class RoundLevel {
  @PrimaryKey({ type: 'string' }) roundId!: string;
  @PrimaryKey({ type: 'string' }) level!: PairingLevel;
  @Property({ type: 'string' }) dataset!: string;
}
