import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { PairingLevel } from '../../../vocabulary/pairing/pairing-table.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const CoverageCount = describedEnum('CoverageCount', 'What of pairings a source counts without naming them.', {
  PAIRS: ['pairs', '结对数', 'The pairs (结对数).'],
  DONORS: ['donors', '帮扶方数', 'Those who help (帮扶方数).'],
  RECIPIENTS: ['recipients', '受帮扶方数', 'Those who are helped (受帮扶方数).'],
});
export type CoverageCount = EnumValue<typeof CoverageCount>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'coverage' })
@ObjectType({
  implements: Reported,
  description:
    'How many pairings of a level there are, or who stands on a side of them, as one source counts them (结对帮扶覆盖面). What of them the graph has by name is in `pairings`.',
})
export class Coverage extends RecordFields {
  @Field(() => PairingLevel, { description: 'Between which kinds of parties the pairings are.' })
  @Property({ type: 'string' })
  level!: PairingLevel;

  @Field(() => CoverageCount, { description: 'What the figure counts.' })
  @Property({ type: 'string' })
  counts!: CoverageCount;

  @Field(() => String, {
    nullable: true,
    description: 'Which of them, in a few words of English; null where all are meant.',
  })
  @Property({ type: 'string', nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese; null where it is not given.' })
  @Property({ type: 'string', nullable: true })
  purposeZh!: string | null;
}
