import type { Reported } from '../record/reported.js';
import type { Inclusion } from './inclusion.js';
import type { ScopeRelations } from './relations.js';
import type { Scope } from './scope.js';

/** Records with a number of their own. */
export interface Numbered {
  readonly number: number;
  readonly records: readonly Reported[];
}

/** Records of one status that stand to one another in some way, directly or through others. */
export interface Cluster extends Numbered {
  /** Its records by the years that they are of; the same number where they are all, and of whole years. */
  readonly ofYears: readonly Numbered[];
  /** Its records by the keys that they have; the same number where they are all. */
  readonly blocks: readonly Block[];
}

/** Records of a cluster that any keys have in the same groups. */
export interface Block extends Numbered {
  /** Whether it is one of those without which no two blocks of the cluster stand to each other. */
  readonly isHub: boolean;
}

/** What the clusters of a type of record are found by. */
export interface Standings {
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly relations: ScopeRelations;
  readonly inclusions: readonly Inclusion[];
  /** Whether several pairings or parties have a share in a record. */
  readonly isOfSeveral: (id: string) => boolean;
  /** A text that records share which any keys have in the same groups. */
  readonly keysOf: (row: Reported) => string;
}
