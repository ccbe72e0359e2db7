import { Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { connectionOf } from '../../../vocabulary/record/connection.js';
import { Party } from '../../../vocabulary/party/party.js';
import type { PartyRow } from '../owned-rows.js';
import { Pairing } from '../pairing/pairing.entity.js';

export const PairingChangeKind = describedEnum(
  'PairingChangeKind',
  'What became of the help for one recipient between two days.',
  {
    KEPT: ['kept', '不变', 'The same donors help on both days (不变).'],
    REPLACED: ['replaced', '调整', 'Others help on the later day: at least one donor came or left (调整).'],
    BEGUN: ['begun', '新增', 'Nobody helps on the earlier day, somebody on the later (新增).'],
    ENDED: ['ended', '结束', 'Somebody helps on the earlier day, nobody on the later (结束).'],
  },
);
export type PairingChangeKind = EnumValue<typeof PairingChangeKind>;

/** Who helps one recipient on two days. */
@ObjectType('PairingChange', { description: 'Who helps one recipient on an earlier and on a later day.' })
export class PairingChange {
  /** Id of the recipient. */
  readonly id!: string;

  @Field(() => Party, { description: 'Who is helped (受帮扶方).' })
  readonly recipient!: PartyRow;

  @Field(() => PairingChangeKind, { description: 'What became of it, by who the donors are.' })
  readonly kind!: PairingChangeKind;

  @Field(() => [Pairing], { description: 'Its pairings that hold on the earlier day, by id; empty where none does.' })
  readonly before!: readonly Pairing[];

  @Field(() => [Pairing], { description: 'Its pairings that hold on the later day, by id; empty where none does.' })
  readonly after!: readonly Pairing[];
}

export const PairingChangeConnection = connectionOf('PairingChange', () => PairingChange);
