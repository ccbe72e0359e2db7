import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { RegionFields } from '../../../vocabulary/party/party-ref.js';
import type { RegionVersion } from './region-version.entity.js';
import { RegionKind, RegionLevel } from '../../../vocabulary/party/region-table.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'region' })
@ObjectType('Region', { description: 'A place that helps, is helped, or that records are about.' })
export class Region extends RegionFields {
  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => RegionKind, { description: 'What makes it a region.' })
  @Property({ type: 'string' })
  kind!: RegionKind;

  @Field(() => RegionLevel, { nullable: true, description: 'The level at which it acts; null for a place or a group.' })
  @Property({ type: 'string', nullable: true })
  level!: RegionLevel | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Hanyu pinyin of the name with tone marks, syllable by syllable: `xuān ēn xiàn`; null where not given.',
  })
  @Property({ type: 'string', nullable: true })
  pinyin!: string | null;

  /** Id of the region above. */
  @Property({ type: 'string', nullable: true, index: true })
  parentId!: string | null;

  /** What a look-up by a former name or code found it as. */
  foundAs?: RegionVersion | null;
}
