import { withDeadline } from '../../platform/deadline.js';
import { requestError } from '../../platform/errors.js';
import type { VersionOf, Versions } from '../request/data-versions.js';

/** Milliseconds that a subgraph has to tell its data version; one that does not is taken as it is read. */
const versionTimeout = 1_000;

/** The data versions that subgraphs have now; without those that have none or do not say. */
export async function currentVersions(subgraphs: readonly string[], versionOf: VersionOf): Promise<Versions> {
  const reason = (): Error => new Error('A subgraph did not tell its data version in time.');
  const versions = await Promise.all(
    subgraphs.map((name) =>
      withDeadline({ milliseconds: versionTimeout, reason }, null, () => versionOf(name)).catch(() => null),
    ),
  );
  return new Map(
    subgraphs.flatMap((name, place) => {
      const version = versions[place] ?? null;
      return version === null ? [] : [[name, version] as const];
    }),
  );
}

/** The data changed while a table was read. */
export class VersionChanged extends Error {}

/** The data versions that all parts of a table have. */
export class PinnedVersions {
  private readonly pinned: Map<string, string>;

  constructor(versions: Versions) {
    this.pinned = new Map(versions);
  }

  /** Throws `VersionChanged` where an answer has rows of another version than those before it. */
  check(read: Versions): void {
    for (const [subgraph, version] of read) {
      const pinned = this.pinned.get(subgraph);
      if (pinned !== undefined && pinned !== version) {
        throw new VersionChanged(`The data of ${subgraph} changed.`);
      }
      this.pinned.set(subgraph, version);
    }
  }
}

/** How often a table is begun anew because data changed before its first row was sent. */
const retries = 4;

/** Begins a table, anew where data change meanwhile; throws DATA_CHANGING where they go on changing. */
export async function beginUnchanged<Value>(begin: () => Promise<Value>): Promise<Value> {
  for (let retried = 0; retried <= retries; retried += 1) {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof VersionChanged)) {
        throw error;
      }
    }
  }
  throw requestError('DATA_CHANGING');
}
