import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { connectionOf } from '../../../vocabulary/connection.js';
import { PairingLevel, PairingScope } from '../../../vocabulary/pairing-table.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'pairing' })
@ObjectType({ description: 'A tie by which one side helps another (结对帮扶), from its first period to its last.' })
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

  /** Id of its programme. */
  @Property({ type: 'string', index: true })
  programmeId!: string;

  /** Id of the pairing that it is part of. */
  @Property({ type: 'string', nullable: true, index: true })
  parentId!: string | null;
}

export const PairingConnection = connectionOf('Pairing', () => Pairing);
