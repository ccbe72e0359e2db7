import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

import type { Basis, Bound, FigureStatus } from '../figure/figure.js';
import type { Rank } from '../figure/rank.js';
import type { Unit } from '../figure/unit.js';
import type { ExclusionReason } from '../total/exclusion-reason.js';
import type { CoverReason } from './relations.js';

/** Which scopes of this subgraph's records are in which others, at any depth. */
@Entity({ tableName: 'scope_cover' })
export class ScopeCover {
  @PrimaryKey({ type: 'string' }) part!: string;
  @PrimaryKey({ type: 'string', index: true }) whole!: string;
  @Property({ type: 'string' }) reason!: CoverReason;
  /** The table of the records. */
  @Property({ type: 'string', index: true }) type!: string;
}

/** Which scopes cross, both ways. */
@Entity({ tableName: 'scope_cross' })
export class ScopeCross {
  @PrimaryKey({ type: 'string' }) one!: string;
  @PrimaryKey({ type: 'string' }) other!: string;
  /** Whether they cross only because the same persons, firms or places may be in both. */
  @Property({ type: 'boolean' }) isReturning!: boolean;
  @Property({ type: 'string', index: true }) type!: string;
}

/** Which records the data place in which others, at any depth. */
@Entity({ tableName: 'inclusion' })
export class InclusionEntity {
  @PrimaryKey({ type: 'string' }) record!: string;
  @PrimaryKey({ type: 'string' }) whole!: string;
  /** Whether the source leaves it open. */
  @Property({ type: 'boolean' }) isVague!: boolean;
  @Property({ type: 'string', index: true }) type!: string;
}

/**
 * What the records of a cluster come to where a total has all of them: the sums of those with one verdict. A cluster is of
 * records that stand to one another in some way, directly or through others of it; they have one status. Those of it that
 * are of the same years have sums too, and its blocks: those that any keys have in the same groups.
 */
@Entity({ tableName: 'cluster_tally' })
export class ClusterTally {
  @PrimaryKey({ type: 'bigint', autoincrement: false }) cluster!: number;
  @PrimaryKey({ type: 'smallint', autoincrement: false }) place!: number;
  @Property({ type: 'string', index: true }) type!: string;
  /** The first record of a block; null for what is none. */
  @Property({ type: 'string', nullable: true, index: true }) record!: string | null;
  /** Whether a block is one of those without which no two blocks of the cluster stand to each other. */
  @Property({ type: 'boolean', default: false }) isHub!: boolean;
  /** How many records the cluster has. */
  @Property({ type: 'integer' }) size!: number;
  @Property({ type: 'string', nullable: true }) exclusion!: ExclusionReason | null;
  /** How many have the verdict; what they add, and how many ends are open or not sharp. */
  @Property({ type: 'integer' }) number!: number;
  @Property({ type: 'bigint' }) lowSum!: number;
  @Property({ type: 'integer' }) openLows!: number;
  @Property({ type: 'bigint' }) highSum!: number;
  @Property({ type: 'integer' }) openHighs!: number;
  /** How many are of a part of their year; none in a cluster that is not of years. */
  @Property({ type: 'integer', default: 0 }) partials!: number;
  @Property({ type: 'integer' }) vague!: number;
  @Property({ type: 'integer' }) inferred!: number;
}

/** The combinations of what totals ask of a record by itself; each record has one. Sums by a number are fast. */
@Entity({ tableName: 'facet' })
export class FacetEntity {
  @PrimaryKey({ type: 'bigint', autoincrement: false }) id!: number;
  @Property({ type: 'string', index: true }) type!: string;
  @Property({ type: 'string', nullable: true }) kind!: string | null;
  @Property({ type: 'string', nullable: true }) unit!: Unit | null;
  @Property({ type: 'string' }) status!: FigureStatus;
  @Property({ type: 'string' }) basis!: Basis;
  @Property({ type: 'string', nullable: true }) bound!: Bound | null;
  @Property({ type: 'string' }) rank!: Rank;
  @Property({ type: 'boolean' }) alone!: boolean;
  /** Whether they are of pairings of a programme that has a round of which pairings are missing. */
  @Property({ type: 'boolean', default: false }) isListingPartial!: boolean;
}
