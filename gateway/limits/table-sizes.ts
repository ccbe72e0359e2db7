import type { Log } from '../../platform/log.js';
import { observer } from '../../platform/observer.js';

/** Milliseconds after which the sizes are read again. */
const lifetime = 10_000;

/** About how many rows the tables behind the graph have, by type. They are read in the background where they have grown old. */
export class KnownTableSizes {
  private known: ReadonlyMap<string, number> = new Map();
  private readAt = -Infinity;

  /** `read` gives the sizes of all subgraphs that answer. */
  constructor(
    private readonly read: () => Promise<ReadonlyMap<string, number>>,
    private readonly log: Pick<Log, 'error' | 'warn'>,
  ) {}

  current(): ReadonlyMap<string, number> {
    if (performance.now() - this.readAt > lifetime) {
      void this.refresh();
    }
    return this.known;
  }

  /** Reads the sizes; keeps those it has where that fails. */
  async refresh(): Promise<void> {
    this.readAt = performance.now();
    try {
      this.known = await this.read();
    } catch (error) {
      observer(this.log, () => {
        this.log.warn({ err: error }, 'The sizes of the tables cannot be read. Costs are estimated with those before.');
      })();
    }
  }
}
