import type { Database } from '../database.js';

/** A row that a text may mean, and the name by which it is looked up. */
export interface SpelledRow {
  readonly id: string;
  readonly name: string;
}

/** How people write the names of rows, beside the names themselves. */
export interface Spellings {
  /** The rows that each text may mean, by a short name, another script, or with any of those above it. */
  readonly rowsOf: (
    database: Database,
    texts: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly SpelledRow[]>>;
  /** The rows that a text is like, the nearest first, each with what tells it apart. */
  readonly nearest: (database: Database, text: string) => Promise<readonly string[]>;
}
