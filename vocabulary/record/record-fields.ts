import { Entity } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

import { Confidence } from '../figure/confidence.js';
import { FigureStatus } from '../figure/figure.js';
import { Rank } from '../figure/rank.js';
import { Reported } from './reported.js';

/** What a record says of itself where it may have no figure to say it: status, period and sources. */
@Entity({ abstract: true })
@ObjectType('RecordFields', { implements: Reported })
export abstract class RecordFields extends Reported {
  @Field(() => FigureStatus, {
    description: 'Whether it is reported as done or as intended, also where there is no figure.',
  })
  override status!: FigureStatus;

  @Field(() => Rank, { description: 'Which of several reports of the same thing to rely on; NORMAL of most.' })
  override rank!: Rank;

  @Field(() => Confidence, {
    nullable: true,
    description: 'On how many independent texts it rests; null where the data set does not say.',
  })
  override confidence!: Confidence | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the source says it is the first or only one of, in English; null where it says nothing of it.',
  })
  override distinction!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese (首个, 唯一).' })
  override distinctionZh!: string | null;
}
