import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** The data version of a subgraph's tables: one row in every database. */
@Entity({ tableName: 'data_version' })
export class DataVersionEntity {
  /** Always 1. */
  @PrimaryKey({ type: 'integer', autoincrement: false }) id!: number;
  /** Random at each change, so that a recreated or restored database never repeats a version. */
  @Property({ type: 'string' }) mark!: string;
  /** How many changes were committed. */
  @Property({ type: 'integer' }) count!: number;
  /** The end of the version where data sets are or were for some only (visibility/audience.ts); else empty. */
  @Property({ type: 'string', default: '' }) audience!: string;
}
