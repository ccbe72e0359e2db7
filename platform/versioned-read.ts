import type { Database } from './database.js';
import { codedError, errorCodes } from './errors.js';

/** The reads of one request from a database, with the data version of their rows. */
export class VersionedRead {
  private constructor(
    private readonly database: Database,
    private readonly before: string | null,
    private readonly losses: number,
  ) {}

  /** Looks what the audience of the request may see. Must be called before its first statement. */
  static async begin(database: Database): Promise<VersionedRead> {
    const { losses } = database;
    const before = await orNull(database.knownVersion());
    await database.look(before);
    return new VersionedRead(database, before, losses);
  }

  /**
   * The data version of all rows read since the beginning, to be called after the last statement; null where an import
   * was committed meanwhile, so that the rows may be of two versions, or where the database does not answer. No version
   * is ever used twice: the one that was current before and is current now was current all the time, unless the
   * database itself was replaced. One statement. Throws DATA_CHANGING where the rows may not be shown, since it has changed
   * who may see them.
   */
  async dataVersion(): Promise<string | null> {
    const after = await orNull(this.database.version());
    if (!this.database.mayShow(after)) {
      throw codedError('DATA_CHANGING', errorCodes.DATA_CHANGING.meaning);
    }
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
