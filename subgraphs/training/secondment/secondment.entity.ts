import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const Seconded = describedEnum('Seconded', 'Which people are posted.', {
  CADRE: ['cadres', '干部', 'Cadres of Party and government (干部).'],
  YOUNG_CADRE: ['young cadres', '年轻干部', 'Young cadres (青年干部, 年轻干部).'],
  CADRE_OR_SPECIALIST: ['cadres and specialists', '干部人才', 'Cadres and specialists sent to help (援藏干部人才).'],
  SCHOOL_HEAD: ['school heads', '校长、副校长', 'School heads and their deputies (校长、副校长).'],
});
export type Seconded = EnumValue<typeof Seconded>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'secondment' })
@ObjectType({
  description:
    'People posted for a term at the other side (挂职, 援派), as one source reports them. The figure counts the people.',
})
export class Secondment extends RecordFields {
  @Field(() => Direction, { description: 'Which side they go to.' })
  @Property({ type: 'string' })
  direction!: Direction;

  @Field(() => Seconded, { description: 'Which people they are.' })
  @Property({ type: 'string' })
  seconded!: Seconded;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months each is posted; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  months!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many batches (批) they went; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  batches!: number | null;

  @Field(() => String, { nullable: true, description: 'Post in Chinese, as printed; null where it is not.' })
  @Property({ type: 'string', nullable: true })
  post!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Post, duty or whom they are chosen from, in English; null where the source says nothing of it.',
  })
  @Property({ type: 'string', nullable: true })
  postEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Chinese name of the one who holds the post; only of an office holder whom a published source names in that office, else null.',
  })
  @Property({ type: 'string', nullable: true })
  holder!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the office holder in pinyin; null where none is named.',
  })
  @Property({ type: 'string', nullable: true })
  holderEn!: string | null;
}
