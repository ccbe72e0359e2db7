import type { VersionOf, Versions } from '../request/data-versions.js';
import { CoalescedRead } from './coalesced-read.js';

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
      read = new CoalescedRead(() => this.versionOf(subgraph).catch(() => null));
      this.reads.set(subgraph, read);
    }
    return read.get();
  }
}
