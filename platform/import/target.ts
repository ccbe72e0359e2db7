import type { Database } from '../database.js';
import type { Subgraph } from '../subgraph.js';

/** A subgraph that an import writes to, with its database. */
export interface ImportTarget {
  readonly subgraph: Pick<Subgraph, 'entities' | 'imports' | 'readers' | 'derivation'>;
  readonly database: Database;
}
