import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';

import type { Page, PageRequest } from '../../platform/page.js';
import type { StoredType } from '../record/repository.js';
import { totalCost } from '../record/connection.js';
import { Bound, type Basis, type FigureStatus } from '../figure/figure.js';
import { Unit } from '../figure/unit.js';
import { ExclusionReason } from './exclusion-reason.js';
import type { TotalRecordRow } from './total-record.js';

@Directive('@shareable')
@ObjectType({ description: 'Records that a total leaves out, by the reason.' })
class Exclusion {
  @Field(() => ExclusionReason, { description: 'Why they are left out.' })
  readonly reason!: ExclusionReason;

  @Field(() => Int, { description: 'How many records are left out for it.' })
  readonly count!: number;
}

@Directive('@shareable')
@Directive(totalCost)
@ObjectType({
  description:
    'A sum over records, each counted once, as an interval like the figures it adds, with what it leaves out and why.',
})
export class Total {
  @Field(() => Float, {
    nullable: true,
    description:
      'The sum, in `unit`, where every part is one number; null where a part is an interval, or where there is none.',
  })
  readonly value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Lowest sum that the parts allow, in `unit`; 0 where no record is counted; null where a part has no lower end.',
  })
  readonly min!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Highest sum that the parts allow, in `unit`; null where a part has no upper end, or where no record is counted.',
  })
  readonly max!: number | null;

  @Field(() => Unit, { description: 'What is added up.' })
  readonly unit!: Unit;

  @Field(() => Bound, {
    description:
      'How the parts bound the true sum: AT_LEAST where one of them does, or where no record is counted; INFERRED where one is inferred or worked out.',
  })
  readonly bound!: Bound;

  @Field(() => Int, { description: 'How many records are added.' })
  readonly count!: number;

  @Field(() => Int, {
    description:
      'With how many other pairings, regions or bodies a record that is counted is shared, the source not splitting it; 0 where none is. Of several such records, the most.',
  })
  readonly shared!: number;

  @Field(() => [Exclusion], {
    description: 'What is left out, or not added in full, by reason; empty where nothing is.',
  })
  readonly excluded!: readonly Exclusion[];

  /** How many records are left out for their status or basis, by those. */
  readonly details!: readonly { readonly value: FigureStatus | Basis; readonly count: number }[];

  /** Whether a figure in it is of a part of its year alone. */
  readonly isPartial!: boolean;

  /** Whether a record in it is of a programme of which pairings are missing. */
  readonly isOfPartialListing!: boolean;

  /** Whether only what is done was asked for. */
  readonly isOfDone!: boolean;

  /** Reads a page of the records that it looks at. */
  readonly readRecords!: (page: PageRequest) => Promise<Page<TotalRecordRow>>;

  /** The type of those records. */
  readonly recordType!: StoredType;

  /** Who it is shared among. */
  readonly sharedAmong!: 'PAIRINGS' | 'PARTIES';
}
