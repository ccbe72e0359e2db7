import type { Numbered, Standings } from './clusters.js';

/** Two blocks of a cluster that stand to each other, each once as the first. */
export interface Link {
  readonly one: number;
  readonly other: number;
}

/** The links of the blocks of clusters; those of a cluster are a list. */
export function linksOf(
  clusters: readonly (readonly Numbered[])[],
  { scopes, relations, inclusions }: Pick<Standings, 'scopes' | 'relations' | 'inclusions'>,
): readonly Link[] {
  /** The cluster of each block, where it has several; the blocks of a scope; the block of a record. */
  const clusterOf = new Map<number, number>();
  const byScope = new Map<string, Set<number>>();
  const byRecord = new Map<string, number>();
  for (const [cluster, blocks] of clusters.entries()) {
    for (const { number, records } of blocks.length > 1 ? blocks : []) {
      clusterOf.set(number, cluster);
      for (const { id } of records) {
        const scope = scopes.get(id)?.id ?? '';
        byScope.set(scope, (byScope.get(scope) ?? new Set()).add(number));
        byRecord.set(id, number);
      }
    }
  }
  const links = new Map<number, Set<number>>();
  const link = (one: number, other: number): void => {
    if (one !== other && clusterOf.get(one) === clusterOf.get(other)) {
      links.set(one, (links.get(one) ?? new Set()).add(other));
      links.set(other, (links.get(other) ?? new Set()).add(one));
    }
  };
  const linkScopes = (one: string, other: string): void => {
    for (const each of byScope.get(one) ?? []) {
      for (const another of byScope.get(other) ?? []) {
        link(each, another);
      }
    }
  };
  for (const scope of byScope.keys()) {
    linkScopes(scope, scope);
  }
  for (const { part, whole } of relations.covers) {
    linkScopes(part, whole);
  }
  for (const { one, other } of relations.crosses) {
    linkScopes(one, other);
  }
  for (const { record, whole } of inclusions) {
    const [one, other] = [byRecord.get(record), byRecord.get(whole)];
    if (one !== undefined && other !== undefined) {
      link(one, other);
    }
  }
  return [...links].flatMap(([one, others]) => Array.from(others, (other) => ({ one, other })));
}
