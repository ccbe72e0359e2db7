import { withDeadline } from '../../platform/deadline.js';
import type { VersionOf, Versions } from '../request/data-versions.js';
import { CoalescedRead } from './coalesced-read.js';

/**
 * Milliseconds that a subgraph has to tell its data version; without one, cached answers are not used. After a read that
 * took longer, versions are taken as unknown for as long, so that an operation does not wait for several.
 */
const versionTimeout = 1_000;

/** The data versions that subgraphs have now. Each is read after it is asked for, so it is never outdated. */
export class CurrentVersions {
  private readonly reads = new Map<string, CoalescedRead<string | null>>();

  constructor(private readonly versionOf: VersionOf) {}

  /** Whether these are the current versions of their subgraphs. */
  async are(versions: Versions): Promise<boolean> {
    const names = [...versions.keys()];
    const current = await Promise.all(names.map((subgraph) => this.of(subgraph)));
    return names.every((subgraph, place) => current[place] === versions.get(subgraph));
  }

  private of(subgraph: string): Promise<string | null> {
    let read = this.reads.get(subgraph);
    if (!read) {
      read = new CoalescedRead(this.readerOf(subgraph));
      this.reads.set(subgraph, read);
    }
    return read.get();
  }

  private readerOf(subgraph: string): () => Promise<string | null> {
    let lateAt = -Infinity;
    const deadline = {
      milliseconds: versionTimeout,
      reason: () => {
        lateAt = performance.now();
        return new Error(`The ${subgraph} subgraph did not tell its data version in time.`);
      },
    };
    return () =>
      performance.now() - lateAt < versionTimeout
        ? Promise.resolve(null)
        : withDeadline(deadline, null, () => this.versionOf(subgraph)).catch(() => null);
  }
}
