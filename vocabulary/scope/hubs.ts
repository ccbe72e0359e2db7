import type { Numbered, Standings } from './cluster.js';

/**
 * Tells which blocks of clusters, given as lists of their blocks, are hubs: of any two that stand to each other one is.
 * Without its hubs, the blocks of a cluster can be judged each by itself.
 */
export function hubsAmong(
  clusters: readonly (readonly Numbered[])[],
  { scopes, relations, inclusions }: Pick<Standings, 'scopes' | 'relations' | 'inclusions'>,
): (block: Numbered) => boolean {
  const hubs = new Set<Numbered>();
  const links: [Numbered, Numbered][] = [];
  const degrees = new Map<Numbered, number>();
  const link = (one: Numbered, other: Numbered): void => {
    links.push([one, other]);
    for (const end of [one, other]) {
      degrees.set(end, (degrees.get(end) ?? 0) + 1);
    }
  };
  /** The cluster of each block, where it has several; the blocks of a scope; the block of a record. */
  const clusterOf = new Map<Numbered, number>();
  const byScope = new Map<string, Set<Numbered>>();
  const byRecord = new Map<string, Numbered>();
  for (const [cluster, blocks] of clusters.entries()) {
    for (const block of blocks.length > 1 ? blocks : []) {
      clusterOf.set(block, cluster);
      for (const { id } of block.records) {
        const scope = scopes.get(id)?.id ?? '';
        byScope.set(scope, (byScope.get(scope) ?? new Set()).add(block));
        byRecord.set(id, block);
      }
    }
  }
  const linkAll = (some: Iterable<Numbered>, others: Iterable<Numbered>): void => {
    for (const one of some) {
      for (const other of others) {
        if (one !== other && clusterOf.get(one) === clusterOf.get(other)) {
          link(one, other);
        }
      }
    }
  };
  for (const same of byScope.values()) {
    // All of a scope stand to one another.
    const seen = new Set<number>();
    for (const block of same) {
      const cluster = clusterOf.get(block) ?? 0;
      if (seen.has(cluster)) {
        hubs.add(block);
      }
      seen.add(cluster);
    }
  }
  for (const [one, other] of [
    ...relations.covers.map(({ part, whole }) => [part, whole] as const),
    ...relations.crosses.map((cross) => [cross.one, cross.other] as const),
  ]) {
    linkAll(byScope.get(one) ?? [], byScope.get(other) ?? []);
  }
  for (const { record, whole } of inclusions) {
    const [one, other] = [byRecord.get(record), byRecord.get(whole)];
    linkAll(one ? [one] : [], other ? [other] : []);
  }
  for (const [one, other] of links) {
    if (!hubs.has(one) && !hubs.has(other)) {
      hubs.add((degrees.get(other) ?? 0) > (degrees.get(one) ?? 0) ? other : one);
    }
  }
  return (block) => hubs.has(block);
}
