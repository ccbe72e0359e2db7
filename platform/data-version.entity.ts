import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What names the state of a subgraph's tables: one row, in every database. */
@Entity({ tableName: 'data_version' })
export class DataVersionEntity {
  /** Always 1. */
  @PrimaryKey({ type: 'integer', autoincrement: false }) id!: number;
  /** Random, and new with each change: a database made again, or brought back from a copy, repeats no version. */
  @Property({ type: 'string' }) mark!: string;
  /** How many times the tables have been changed. */
  @Property({ type: 'integer' }) count!: number;
}
