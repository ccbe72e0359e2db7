import { endingOf, rolesNamedIn, type Audience } from './audience.js';
import type { MadeRows } from './made-rows.js';

/** What the reader of one request sees: all, or only the rows of some data sets, which is taken until the contrary is known. */
export class Sight {
  private begun: string | null = null;
  private all = false;
  /** What stands in place of a data set in the rows that imports make, for this reader and for others. */
  made: MadeRows = { own: [], foreign: [] };

  constructor(readonly audience: Audience) {}

  get seesAll(): boolean {
    return this.all;
  }

  /** Whether a statement needs no condition. */
  get needsNone(): boolean {
    return this.all && this.made.foreign.length === 0;
  }

  /** Begins the reads at a data version; null where it is not known. */
  begin(version: string | null): void {
    this.begun = version === null ? null : endingOf(version);
    this.all = version !== null && rolesNamedIn(version).every((role) => this.audience.includes(role));
  }

  /**
   * Whether rows read until a data version, null where it is not known, are for the reader. Where it saw all, who may see
   * what must not have changed meanwhile; each other statement looks it up by itself.
   */
  mayShow(version: string | null): boolean {
    return !this.all || (version === null ? this.begun === '' : endingOf(version) === this.begun);
  }
}
