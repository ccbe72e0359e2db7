import type { ExclusionReason } from '../exclusion-reason.js';
import { foldsOf, numberOf, placementsOf, type Fold, type Placement } from './folds.js';
import type { JudgedRecord, Relations } from './judged-record.js';
import { contributionsOf, type Contribution } from './overlaps.js';

/** What becomes of a record in a total. */
export interface Verdict {
  readonly record: JudgedRecord;
  /** Why it is left out, or not added in full; null where it is added in full. */
  readonly exclusion: ExclusionReason | null;
  /** The record because of which; null where there is none. */
  readonly by: string | null;
  /** What the records that it stands for add, null where another stands for it: the ends that count, and of which sort. */
  readonly adds: Adds | null;
}

/** What is added: an end that counts is a number, or null where it is open; one that does not count is undefined. */
export interface Adds extends Pick<Fold, 'isPartial' | 'isVague' | 'isInferred' | 'others'> {
  readonly low: number | null | undefined;
  readonly high: number | null | undefined;
}

/** Judges the records of one total that may be added and stand to others in some way (docs/figures.md has the rules). */
export function judge(records: readonly JudgedRecord[], relations: Relations): readonly Verdict[] {
  const placements = placementsOf(records, relations);
  const isPlaced = ({ id }: JudgedRecord): boolean => placements.get(id)?.isKnown === true;
  const folds = foldsOf(
    records.filter((record) => !isPlaced(record)),
    placements,
  );
  return [
    ...records.filter(isPlaced).map((record) => placed(record, placements.get(record.id))),
    ...Array.from(contributionsOf(folds, relations), ([fold, contribution]) =>
      verdictsOf(fold, contribution, placements),
    ).flat(),
  ];
}

const placed = (record: JudgedRecord, placement: Placement | undefined): Verdict => ({
  record,
  exclusion: placement?.reason ?? null,
  by: placement?.by ?? null,
  adds: null,
});

/** The verdicts on the records of a fold: the first stands for all. */
function verdictsOf(
  fold: Fold,
  contribution: Contribution,
  placements: ReadonlyMap<string, Placement>,
): readonly Verdict[] {
  const { records } = fold;
  const [first] = records;
  const hasPreferred = first.rank === 'PREFERRED';
  const repeats = records.length > 1 ? repeatsOf(records) : new Set();
  return records.map((record): Verdict => {
    const adds = record === first ? addsOf(fold, contribution) : null;
    const placement = placements.get(record.id);
    if (placement) {
      return { ...placed(record, placement), adds };
    }
    const isOfOneWhole = !hasPreferred && record.includedInId !== null && record.includedInId === first.includedInId;
    if (record === first || isOfOneWhole || !contribution.addsHigh) {
      return { record, exclusion: contribution.reason, by: contribution.by, adds };
    }
    const isOfOneDocument = !hasPreferred && record.document !== null && record.document === first.document;
    const exclusion = repeats.has(record) ? 'REPORTED_TWICE' : isOfOneDocument ? 'INDISTINCT' : 'COMPETING';
    return { record, exclusion, by: first.id, adds: null };
  });
}

const addsOf = (
  { isPartial, isVague, isInferred, others }: Fold,
  { low, high, addsLow, addsHigh }: Contribution,
): Adds => ({
  low: addsLow ? low : undefined,
  high: addsHigh ? high : undefined,
  isPartial: addsHigh && isPartial,
  isVague: addsHigh && isVague,
  isInferred: addsHigh && isInferred,
  others: addsHigh ? others : 0,
});

/** The records that say at another place what one before them says. */
function repeatsOf(records: readonly JudgedRecord[]): ReadonlySet<JudgedRecord> {
  const repeats = new Set<JudgedRecord>();
  for (const equal of Map.groupBy(records, numberOf).values()) {
    for (const printed of Map.groupBy(equal, ({ print }) => print).values()) {
      const copy = printed.reduce((first, each) => (each.id < first.id ? each : first));
      if (copy !== equal[0]) {
        repeats.add(copy);
      }
    }
  }
  return repeats;
}
