import { hash } from 'node:crypto';

import type { FigureStatus } from '../figure/figure.js';
import type { Reported } from '../record/reported.js';
import { judge, type Verdict } from '../total/rules/judge.js';
import { judgedRecord, type Relations } from '../total/rules/judged-record.js';
import { Tally } from '../total/tally.js';
import type { Inclusion } from './inclusion.js';
import type { ScopeRelations } from './relations.js';
import type { Scope } from './scope.js';
import type { ClusterTally } from './scope.entity.js';

/** Records of one status that stand to one another in some way, directly or through others, with a number of their own. */
export interface Cluster {
  readonly number: number;
  readonly records: readonly Reported[];
}

/** What the clusters of a type of record are found by. */
export interface Standings {
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly relations: ScopeRelations;
  readonly inclusions: readonly Inclusion[];
  /** Whether several pairings or parties have a share in a record. */
  readonly isOfSeveral: (id: string) => boolean;
}

/**
 * The clusters of the records that may be added. One record is a cluster where it stands to records of another status, or
 * where several have a share in it.
 */
export function clustersOf(
  rows: readonly Reported[],
  { scopes, relations, inclusions, isOfSeveral }: Standings,
): readonly Cluster[] {
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
  return [...Map.groupBy(candidates, ({ id }) => sets.of(id)).values()]
    .filter(([first, ...others]) => others.length > 0 || (first !== undefined && isRelated(first.id)))
    .map((records) => ({ number: numberOf(records, taken), records }));
}

/** 48 bits of a hash of its first record: a cluster that an import leaves as it is keeps its number. */
function numberOf(records: readonly Reported[], taken: Set<number>): number {
  const first = records.reduce((least, { id }) => (id < least ? id : least), records[0]?.id ?? '');
  let number = Number.parseInt(hash('sha256', first, 'hex').slice(0, 12), 16);
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

/** What becomes of the records of a cluster. */
export interface JudgedCluster {
  readonly tallies: readonly Omit<ClusterTally, 'type'>[];
  /** The verdicts of a total over everything that can be added to a record, by its id. */
  readonly verdicts: ReadonlyMap<string, Pick<Verdict, 'exclusion' | 'by'>>;
}

/** Judges a cluster as a total that has all of it does; kinds that are told apart, each by itself too. */
export function judgeCluster(
  { number: cluster, records }: Cluster,
  { scopes }: Standings,
  relations: Relations,
  kind: string | undefined,
): JudgedCluster {
  const judged = (rows: readonly Reported[]): readonly Verdict[] =>
    judge(
      rows.map((row) => judgedRecord(row, scopes.get(row.id)?.id)),
      relations,
    );
  const kindOf = (row: Reported): unknown => kind && (row as Reported & Readonly<Record<string, unknown>>)[kind];
  const verdicts = judged(records);
  const kinds = [...Map.groupBy(records, kindOf).values()];
  const ofKinds = kinds.length < 2 ? verdicts : kinds.flatMap(judged);
  const byExclusion = Map.groupBy(verdicts, ({ exclusion }) => exclusion);
  return {
    tallies: Array.from(byExclusion, ([exclusion, same]) => {
      const tally = new Tally();
      for (const { adds } of same) {
        if (adds) {
          tally.add(adds);
        }
      }
      const { low: lowSum, openLows, high: highSum, openHighs, vague, inferred } = tally;
      const sums = { lowSum, openLows, highSum, openHighs, vague, inferred };
      return { cluster, size: records.length, exclusion, number: same.length, ...sums };
    }).map((row, place) => ({ ...row, place })),
    verdicts: new Map(ofKinds.map(({ record, exclusion, by }) => [record.id, { exclusion, by }])),
  };
}
