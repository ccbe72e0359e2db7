import type { Database } from './database.js';

/** What one request reads of a database, from its beginning on. */
export class Reading {
  private constructor(
    private readonly database: Database,
    private readonly before: string | null,
  ) {}

  /** Begins before the first statement of the request. */
  static async begin(database: Database): Promise<Reading> {
    return new Reading(database, await orNull(database.knownVersion()));
  }

  /**
   * The data version of all rows read since the beginning; null where a commit came after it, so that they may be of two,
   * or where the database does not answer. As no version ever comes back, what was current before and is current now
   * was so all the while: one statement, after the last of the request.
   */
  async dataVersion(): Promise<string | null> {
    const after = await orNull(this.database.version());
    return after === this.before ? after : null;
  }
}

/** A database that does not answer fails the request's own statements, which say so. */
async function orNull(version: Promise<string>): Promise<string | null> {
  try {
    return await version;
  } catch {
    return null;
  }
}
