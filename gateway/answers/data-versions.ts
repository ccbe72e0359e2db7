import { FreshRead } from './fresh-read.js';

/** The data version that a subgraph has now; null where it has none, or does not say. */
export type VersionOf = (subgraph: string) => Promise<string | null>;

/** The data versions of subgraphs, by name. */
export type Versions = ReadonlyMap<string, string>;

/** Tells whether data versions are still those of the subgraphs: exactly, as each is asked after the question. */
export class CurrentVersions {
  private readonly reads = new Map<string, FreshRead<string | null>>();

  constructor(private readonly versionOf: VersionOf) {}

  async are(versions: Versions): Promise<boolean> {
    const names = [...versions.keys()];
    const current = await Promise.all(names.map((subgraph) => this.of(subgraph)));
    return names.every((subgraph, place) => current[place] === versions.get(subgraph));
  }

  private of(subgraph: string): Promise<string | null> {
    let read = this.reads.get(subgraph);
    if (!read) {
      read = new FreshRead(() => this.versionOf(subgraph).catch(() => null));
      this.reads.set(subgraph, read);
    }
    return read.get();
  }
}

/** The data versions that the answer to one operation is made of, as subgraphs say them with their rows. */
export class VersionsRead {
  private readonly seen = new Map<string, Set<string | null>>();
  private hasUnknown = false;
  private isOlder = false;

  /** Those that an answer which was kept is made of. */
  static of(versions: Versions): VersionsRead {
    const read = new VersionsRead();
    for (const [subgraph, version] of versions) {
      read.add(subgraph, version);
    }
    return read;
  }

  /** Notes what a subgraph said: null, that its rows may be of two versions; undefined, that it has none. */
  add(subgraph: string, version: string | null | undefined): void {
    if (version === undefined) {
      this.hasUnknown = true;
      return;
    }
    const versions = this.seen.get(subgraph) ?? new Set();
    this.seen.set(subgraph, versions.add(version));
  }

  /** Notes that a part of it was asked for before the operation began, by another. */
  addOlder(): void {
    this.isOlder = true;
  }

  /** Whether all rows of each subgraph are of one version, which the subgraph still had when the operation began. */
  async areOne(current: CurrentVersions): Promise<boolean> {
    const isMixed = [...this.seen.values()].some((versions) => versions.size > 1 || versions.has(null));
    return !isMixed && (!this.isOlder || current.are(this.all()));
  }

  /** The versions; null where a part of the answer has none. */
  known(): Versions | null {
    return this.hasUnknown ? null : this.all();
  }

  private all(): Versions {
    return new Map(
      Array.from(this.seen, ([subgraph, versions]) => [subgraph, [...versions].find((each) => each !== null) ?? '']),
    );
  }
}
