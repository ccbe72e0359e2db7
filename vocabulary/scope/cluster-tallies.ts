import type { Reported } from '../record/reported.js';
import { judge, type Verdict } from '../total/rules/judge.js';
import { judgedRecord, type Relations } from '../total/rules/judged-record.js';
import { Tally } from '../total/tally.js';
import type { Block, Cluster, Standings } from './cluster.js';
import { isOfPart } from './clusters.js';
import type { ClusterTally } from './scope.entity.js';

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
