import type { Database } from './database.js';

/** The reads of one request from a database, with the data version of their rows. */
export class VersionedRead {
  private constructor(
    private readonly database: Database,
    private readonly before: string | null,
    private readonly losses: number,
  ) {}

  /** Must be called before the first statement of the request. */
  static async begin(database: Database): Promise<VersionedRead> {
    const { losses } = database;
    return new VersionedRead(database, await orNull(database.knownVersion()), losses);
  }

  /**
   * The data version of all rows read since the beginning, to be called after the last statement; null where an import
   * was committed meanwhile, so that the rows may be of two versions, or where the database does not answer. No version
   * is ever used twice: the one that was current before and is current now was current all the time, unless the
   * database itself was replaced. One statement.
   */
  async dataVersion(): Promise<string | null> {
    const after = await orNull(this.database.version());
    return after === this.before && this.database.losses === this.losses ? after : null;
  }
}

/** Null where the database does not answer: the request's own statements report that. */
async function orNull(version: Promise<string>): Promise<string | null> {
  try {
    return await version;
  } catch {
    return null;
  }
}
