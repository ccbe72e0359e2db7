import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Another name in use of a region. */
@Entity({ tableName: 'region_alias' })
export class RegionAlias {
  @PrimaryKey({ type: 'string' }) region!: string;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string' }) name!: string;
}
