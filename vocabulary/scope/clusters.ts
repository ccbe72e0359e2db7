import { hash } from 'node:crypto';

import type { FigureStatus } from '../figure/figure.js';
import type { Reported } from '../record/reported.js';
import { judge, type Verdict } from '../total/rules/judge.js';
import { judgedRecord, type Relations } from '../total/rules/judged-record.js';
import { Tally } from '../total/tally.js';
import { hubsAmong } from './hubs.js';
import type { Inclusion } from './inclusion.js';
import type { ScopeRelations } from './relations.js';
import type { Scope } from './scope.js';
import type { ClusterTally } from './scope.entity.js';

/** Records with a number of their own. */
export interface Numbered {
  readonly number: number;
  readonly records: readonly Reported[];
}

/** Records of one status that stand to one another in some way, directly or through others. */
export interface Cluster extends Numbered {
  /** Its records by the years that they are of; the same number where they are all, and of whole years. */
  readonly ofYears: readonly Numbered[];
  /** Its records by the keys that they have; the same number where they are all. */
  readonly blocks: readonly Block[];
}

/** Records of a cluster that any keys have in the same groups. */
export interface Block extends Numbered {
  /** Whether it is one of those without which no two blocks of the cluster stand to each other. */
  readonly isHub: boolean;
}

/** What the clusters of a type of record are found by. */
export interface Standings {
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly relations: ScopeRelations;
  readonly inclusions: readonly Inclusion[];
  /** Whether several pairings or parties have a share in a record. */
  readonly isOfSeveral: (id: string) => boolean;
  /** A text that records share which any keys have in the same groups. */
  readonly keysOf: (row: Reported) => string;
}

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
    .map((records) => {
      const number = numberOf('', records, taken);
      const byYears = Map.groupBy(records, yearsOf);
      return {
        number,
        records,
        ofYears:
          byYears.size === 1 && !records.some(isOfPart)
            ? [{ number, records }]
            : Array.from(byYears, ([years, same]) => ({ number: numberOf(years, same, taken), records: same })),
      };
    });
  const parted = clusters.map(({ number, records }) => {
    const byKeys = [...Map.groupBy(records, keysOf).values()];
    return byKeys.length === 1
      ? [{ number, records }]
      : byKeys.map((same) => ({ number: numberOf('keys', same, taken), records: same }));
  });
  const isHub = hubsAmong(parted, standings);
  return clusters.map((cluster, place) => ({
    ...cluster,
    blocks: (parted[place] ?? []).map((block) => ({ ...block, isHub: isHub(block) })),
  }));
}

/** Whether a record is of a part of its year; SQLite gives a number. */
const isOfPart = ({ partOfYear }: Reported): boolean => Boolean(partOfYear);

const yearsOf = ({ firstYear, lastYear }: Reported): string => `${firstYear ?? ''}–${lastYear ?? ''}`;

/** 48 bits of a hash of its first record and its years: a cluster that an import leaves as it is keeps its number. */
function numberOf(years: string, records: readonly Reported[], taken: Set<number>): number {
  const first = records.reduce((least, { id }) => (id < least ? id : least), records[0]?.id ?? '');
  let number = Number.parseInt(hash('sha256', `${first} ${years}`, 'hex').slice(0, 12), 16);
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

/** Judges the records of clusters. */
export interface ClusterJudge {
  /** What a total that has all of a cluster adds of it. */
  readonly tallies: (cluster: Cluster) => readonly Omit<ClusterTally, 'type'>[];
  /** The verdicts of a total over everything that can be added to a record: of its kind, where kinds are told apart. */
  readonly verdicts: (cluster: Cluster) => readonly Verdict[];
}

export function clusterJudge(
  { scopes }: Pick<Standings, 'scopes'>,
  relations: Relations,
  kind: string | undefined,
): ClusterJudge {
  const judged = (rows: readonly Reported[], isPartial: (row: Reported) => boolean = () => false): readonly Verdict[] =>
    judge(
      rows.map((row) => ({ ...judgedRecord(row, scopes.get(row.id)?.id), isPartial: isPartial(row) })),
      relations,
    );
  const kindOf = (row: Reported): unknown => kind && (row as Reported & Readonly<Record<string, unknown>>)[kind];
  return {
    tallies: ({ number, records, ofYears, blocks }) => [
      ...(blocks.length === 1 ? [] : talliesOf(number, judged(records))),
      ...ofYears
        .filter((ofYear) => ofYear.number !== number)
        .flatMap((ofYear) => talliesOf(ofYear.number, judged(ofYear.records, isOfPart))),
      ...blocks.flatMap((block) => talliesOf(block.number, judged(block.records), block)),
    ],
    verdicts: ({ records }) => [...Map.groupBy(records, kindOf).values()].flatMap((same) => judged(same)),
  };
}

/** The sums of verdicts, by reason. */
const talliesOf = (
  cluster: number,
  verdicts: readonly Verdict[],
  block?: Block,
): readonly Omit<ClusterTally, 'type'>[] =>
  Array.from(
    Map.groupBy(verdicts, ({ exclusion }) => exclusion),
    ([exclusion, same]) => {
      const tally = new Tally();
      for (const { adds } of same) {
        if (adds) {
          tally.add(adds);
        }
      }
      const { low: lowSum, openLows, high: highSum, openHighs, partials, vague, inferred } = tally;
      const sums = { lowSum, openLows, highSum, openHighs, partials, vague, inferred };
      return {
        cluster,
        record: block?.records[0]?.id ?? null,
        isHub: block?.isHub ?? false,
        size: verdicts.length,
        exclusion,
        number: same.length,
        ...sums,
      };
    },
  ).map((row, place) => ({ ...row, place }));
