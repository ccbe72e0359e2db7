import { ArgsType, Field, ID, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { regionColumn } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  operatorInput,
  RegionFilter as RegionIdFilter,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { RegionKind, RegionLevel } from '../../../vocabulary/party/region-table.js';

const KindFilter = operatorInput('RegionKindFilter', 'Conditions on a kind of region.', () => RegionKind);
const LevelFilter = operatorInput('RegionLevelFilter', 'Conditions on a level of administration.', () => RegionLevel);

@Combinable()
@InputType({ description: 'Which regions a list has.' })
class RegionsFilter {
  @Field(() => RegionIdFilter, {
    nullable: true,
    description: 'The region itself; `within` also finds those below one.',
  })
  region?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Today’s Chinese name.' })
  name?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Today’s name in English or pinyin.' })
  nameEn?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Today’s GB/T 2260 code.' })
  code?: object;

  @Field(() => KindFilter, { nullable: true, description: 'What makes it a region.' })
  kind?: object;

  @Field(() => LevelFilter, { nullable: true, description: 'The level at which it acts.' })
  level?: object;

  @Field(() => RegionIdFilter, { nullable: true, description: 'The region directly above.' })
  parent?: object;
}

@ArgsType()
export class RegionListArguments extends PageArguments {
  @Field(() => RegionsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: RegionsFilter;
}

@ArgsType()
export class RegionLookUpArguments {
  @Field(() => ID, { nullable: true, description: 'Id of the region.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'A GB/T 2260 code, of today or of before: 520627, 522228.' })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A Chinese name in full or an alias, of today or of before: 郫都区, 郫县, 恩施州.',
  })
  name?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The day on which the region had the code or name; when left out, today’s come before former ones.',
  })
  on?: string | null;
}

/** What `RegionsFilter` means in the table. */
export const regionFilterFields: FilterFields = {
  region: regionColumn('row.id'),
  name: column('row.name'),
  nameEn: column('row.nameEn'),
  code: column('row.code'),
  kind: column('row.kind'),
  level: column('row.level'),
  parent: regionColumn('row.parentId'),
};
