import { hash } from 'node:crypto';

import { withoutRoles } from '../../platform/visibility/audience.js';

/** The data version that a subgraph has now; null where it has none, or does not say. */
export type VersionOf = (subgraph: string) => Promise<string | null>;

/** The data versions of subgraphs, by name. */
export type Versions = ReadonlyMap<string, string>;

/** A short text that differs where data versions do: the header X-Data-Version. */
export const versionText = (versions: Versions): string =>
  hash('sha256', JSON.stringify([...versions].sort()), 'hex').slice(0, 12);

/** Data versions as answers tell them: without the names of roles. */
export const shownVersions = (versions: Versions): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from(versions, ([subgraph, version]) => [subgraph, withoutRoles(version)]));

/** The data versions of the rows in the answer to one operation, as subgraphs report them with each fetch. */
export class VersionsRead {
  private readonly seen = new Map<string, Set<string | null>>();
  private hasUnknown = false;
  private isOlder = false;

  /** Those of an answer from the cache. */
  static of(versions: Versions): VersionsRead {
    const read = new VersionsRead();
    for (const [subgraph, version] of versions) {
      read.add(subgraph, version);
    }
    return read;
  }

  /** Adds what a subgraph reported: null where its rows may be of two versions, undefined where it has no version. */
  add(subgraph: string, version: string | null | undefined): void {
    if (version === undefined) {
      this.hasUnknown = true;
      return;
    }
    const versions = this.seen.get(subgraph) ?? new Set();
    this.seen.set(subgraph, versions.add(version));
  }

  /** Notes that one of the fetches was shared with an operation that had begun before. */
  addOlder(): void {
    this.isOlder = true;
  }

  /** Whether a shared fetch began before the operation, so that its version may be outdated. */
  get mayBeOutdated(): boolean {
    return this.isOlder;
  }

  /** Whether the rows of a subgraph are, or may be, of two versions. */
  get areMixed(): boolean {
    return [...this.seen.values()].some((versions) => versions.size > 1 || versions.has(null));
  }

  /** The versions, where they are not mixed. */
  all(): Versions {
    return new Map(
      Array.from(this.seen, ([subgraph, versions]) => [subgraph, [...versions].find((each) => each !== null) ?? '']),
    );
  }

  /** The same; null where a subgraph of the answer has no version. */
  known(): Versions | null {
    return this.hasUnknown ? null : this.all();
  }
}
