import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { cursorOf, type Page } from '../../platform/page.js';
import { Figure } from '../figure/figure.js';
import { PageInfo } from '../record/connection.js';
import { Reported } from '../record/reported.js';
import { ExclusionReason } from './exclusion-reason.js';

@Directive('@shareable')
@ObjectType({ description: 'A record that a total looks at: whether it is counted, and if not, or not in full, why.' })
class TotalRecord {
  @Field(() => Reported, { nullable: true, description: 'The record; null only when it cannot be read.' })
  readonly record!: Reported | null;

  @Field(() => Figure, { nullable: true, description: 'Its figure; null where the source gives no number.' })
  readonly figure!: Figure | null;

  @Field(() => Boolean, { description: 'Whether it is counted, in full or not.' })
  readonly counted!: boolean;

  @Field(() => ExclusionReason, {
    nullable: true,
    description: 'Why it is left out, or not added in full; null where it is added in full.',
  })
  readonly reason!: ExclusionReason | null;

  @Field(() => Reported, {
    nullable: true,
    description: 'The record for which it is not added in full; null where that is for what it is itself.',
  })
  readonly by!: Reported | null;
}

/** A row that tells what a total does with a record; `id` is its place in the list. */
export interface TotalRecordRow {
  readonly id: string;
  readonly record: string;
  readonly counted: boolean;
  readonly reason: ExclusionReason | null;
  readonly by: string | null;
}

/** The name of the list, for its cursors. */
export const totalRecordList = 'TotalRecord';

@Directive('@shareable')
@ObjectType({ description: 'A page of the records that a total looks at: those that are counted first, each by id.' })
export class TotalRecords {
  @Field(() => Int, { description: 'How many there are, over all pages.' })
  readonly totalCount!: number;

  @Field(() => [TotalRecord], { description: 'The page.' })
  readonly nodes!: readonly TotalRecord[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  readonly pageInfo!: PageInfo;
}

/** The place of a page in its list. */
export function pageInfoOf({ rows, hasNextPage }: Page<TotalRecordRow>): PageInfo {
  const last = rows.at(-1);
  return { hasNextPage, endCursor: last ? cursorOf(totalRecordList, last.id) : null };
}
