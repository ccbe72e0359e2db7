import { hash } from 'node:crypto';

import type { FigureStatus } from '../figure/figure.js';
import type { Reported } from '../record/reported.js';
import type { Cluster, Numbered, Standings } from './cluster.js';
import { hubsAmong } from './hubs.js';
import { isTrue } from './marks.js';

/**
 * The clusters of the records that may be added. One record is a cluster where it stands to records of another status, or
 * where several have a share in it.
 */
export function clustersOf(rows: readonly Reported[], standings: Standings): readonly Cluster[] {
  const { scopes, relations, inclusions, isOfSeveral, keysOf } = standings;
  const candidates = rows.filter(({ id, basis, rank }) => scopes.has(id) && basis !== 'LEVEL' && rank !== 'DEPRECATED');
  const byId = new Map(candidates.map((row) => [row.id, row]));
  const sets = new DisjointSets();
  /** The first record of each status, by scope. */
  const firsts = new Map<string, Map<FigureStatus, string>>();
  for (const { id, status } of candidates) {
    const scope = scopes.get(id)?.id ?? '';
    const ofScope = firsts.get(scope) ?? new Map<FigureStatus, string>();
    firsts.set(scope, ofScope.set(status, ofScope.get(status) ?? id));
    sets.join(ofScope.get(status) ?? id, id);
  }
  /** The scopes that stand to another, be it of another status. */
  const related = new Set<string>();
  const joinScopes = (one: string, other: string): void => {
    if (firsts.has(one) && firsts.has(other)) {
      related.add(one).add(other);
    }
    for (const [status, id] of firsts.get(one) ?? []) {
      const same = firsts.get(other)?.get(status);
      if (same !== undefined) {
        sets.join(id, same);
      }
    }
  };
  for (const { part, whole } of relations.covers) {
    joinScopes(part, whole);
  }
  for (const { one, other } of relations.crosses) {
    joinScopes(one, other);
  }
  for (const { record, whole } of inclusions) {
    const [part, around] = [byId.get(record), byId.get(whole)];
    if (part && part.unit === around?.unit && part.basis === around.basis) {
      related.add(scopes.get(record)?.id ?? '').add(scopes.get(whole)?.id ?? '');
      if (part.status === around.status) {
        sets.join(record, whole);
      }
    }
  }
  const isRelated = (id: string): boolean => {
    const scope = scopes.get(id)?.id ?? '';
    return related.has(scope) || (firsts.get(scope)?.size ?? 0) > 1 || isOfSeveral(id);
  };
  const taken = new Set<number>();
  const clusters = [...Map.groupBy(candidates, ({ id }) => sets.of(id)).values()]
    .filter(([first, ...others]) => others.length > 0 || (first !== undefined && isRelated(first.id)))
    .map((records) => partedCluster(records, keysOf, taken));
  const isHub = hubsAmong(
    clusters.map(({ blocks }) => blocks),
    standings,
  );
  return clusters.map((cluster) => ({
    ...cluster,
    blocks: cluster.blocks.map((block) => ({ ...block, isHub: isHub(block) })),
  }));
}

/** A cluster, its records parted by their years and by their keys. */
function partedCluster(
  records: readonly Reported[],
  keysOf: Standings['keysOf'],
  taken: Set<number>,
): Omit<Cluster, 'blocks'> & { readonly blocks: readonly Numbered[] } {
  const number = numberOf('', records, taken);
  const parts = (label: string, by: ReadonlyMap<string, readonly Reported[]>): readonly Numbered[] =>
    by.size === 1
      ? [{ number, records }]
      : Array.from(by, ([key, same]) => ({ number: numberOf(`${label} ${key}`, same, taken), records: same }));
  const byYears = Map.groupBy(records, yearsOf);
  return {
    number,
    records,
    ofYears:
      byYears.size === 1 && records.some(isOfPart)
        ? [{ number: numberOf('year', records, taken), records }]
        : parts('years', byYears),
    blocks: parts('keys', Map.groupBy(records, keysOf)),
  };
}

/** Whether a record is of a part of its year. */
export const isOfPart = ({ partOfYear }: Reported): boolean => isTrue(partOfYear);

const yearsOf = ({ firstYear, lastYear }: Reported): string => `${firstYear ?? ''}–${lastYear ?? ''}`;

/** 48 bits of a hash of its first record: a cluster that an import leaves as it is keeps its number. */
function numberOf(label: string, records: readonly Reported[], taken: Set<number>): number {
  const first = records.reduce((least, { id }) => (id < least ? id : least), records[0]?.id ?? '');
  let number = Number.parseInt(hash('sha256', `${first} ${label}`, 'hex').slice(0, 12), 16);
  while (taken.has(number)) {
    number += 1;
  }
  taken.add(number);
  return number;
}

/** Sets that are joined by their members. */
class DisjointSets {
  private readonly parents = new Map<string, string>();

  /** The member that stands for the set of one. */
  of(member: string): string {
    let root = member;
    for (let parent = this.parents.get(root); parent !== undefined; parent = this.parents.get(root)) {
      root = parent;
    }
    for (let next = member; next !== root;) {
      const parent = this.parents.get(next) ?? root;
      this.parents.set(next, root);
      next = parent;
    }
    return root;
  }

  join(one: string, other: string): void {
    const [root, otherRoot] = [this.of(one), this.of(other)];
    if (root !== otherRoot) {
      this.parents.set(otherRoot, root);
    }
  }
}
