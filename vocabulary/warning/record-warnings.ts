import type { CheckedRow, RowProblem, RowWarning, WarningContext } from '../../platform/import/table.js';
import { regionLevels } from '../party/party-ref.js';
import type { PartyRole } from '../party/party.js';
import type { RecordRow } from '../record/record-columns.js';
import { documentWarnings } from './document-warnings.js';
import { placesOf, type Place } from './known-parties.js';
import { moneyWarnings } from './money-warnings.js';
import { partWarnings } from './part-warnings.js';
import { selfHelp, sidesOf, strangerWarnings, type RowSides } from './side-warnings.js';
import { annualSpans, closedEnds, isReportedAsDone, oddYears } from './span-warnings.js';

/** What the warnings of a type of record have to know of it. */
export interface WarnedRecords {
  /** The database table of its records. */
  readonly table: string;
  /** The columns with parties, and in which role they stand. */
  readonly roles: readonly (readonly [column: string, role: PartyRole])[];
  /** Its columns with one value of an enumeration. */
  readonly kinds: readonly string[];
}

type Row = CheckedRow<RecordRow & Readonly<Record<string, unknown>>>;

/** What is odd in the records of a folder. Eight statements at most, however many there are. */
export async function recordWarnings(
  rows: readonly Row[],
  { table, roles, kinds }: WarnedRecords,
  context: WarningContext,
): Promise<readonly RowWarning[]> {
  const columnOf = (role: PartyRole): string => roles.find(([, each]) => each === role)?.[0] ?? '';
  const [donor, recipient] = [columnOf('DONOR'), columnOf('RECIPIENT')];
  const partiesIn = (values: object, column: string): readonly string[] => {
    const parties = (values as Readonly<Record<string, string | readonly string[] | null>>)[column] ?? [];
    return typeof parties === 'string' ? [parties] : parties;
  };
  const sidesIn = (values: object): RowSides => ({
    DONOR: { column: donor, parties: partiesIn(values, donor) },
    RECIPIENT: { column: recipient, parties: partiesIn(values, recipient) },
  });
  const pairings = new Set(rows.flatMap(({ values }) => values.pairings));
  const sides = await sidesOf(pairings, context);
  const standing = [...pairings].flatMap((pairing) => [...sides(pairing, 'DONOR'), ...sides(pairing, 'RECIPIENT')]);
  const named = new Set(standing.filter((party) => party !== null));
  for (const { values } of rows) {
    partiesIn(values, donor).forEach((party) => named.add(party));
    partiesIn(values, recipient).forEach((party) => named.add(party));
  }
  const placeOf = await placesOf(named, context);
  const levelOf = (values: RecordRow): string => {
    const [own] = partiesIn(values, recipient);
    return levelText(placeOf(own ?? sides(values.pairings[0] ?? '', 'RECIPIENT')[0] ?? null));
  };
  const kindOf = (values: object): string =>
    kinds.map((kind) => (values as Readonly<Record<string, unknown>>)[kind]).join();
  const warnings: RowWarning[] = [];
  for (const { line, values } of rows) {
    for (const problem of ownProblems(values, context.today)) {
      warnings.push({ line, ...problem });
    }
    for (const problem of selfHelp(sidesIn(values), placeOf)) {
      warnings.push({ line, ...problem });
    }
  }
  return [
    ...warnings,
    ...(await documentWarnings(rows, context)),
    ...strangerWarnings(rows, sidesIn, sides, placeOf),
    ...(await partWarnings(rows, table, context)),
    ...(await moneyWarnings(rows, table, kindOf, levelOf, context)),
  ];
}

function* ownProblems(values: RecordRow, today: string): Iterable<RowProblem> {
  const isPlan = !isReportedAsDone(values.status);
  if (values.basis === 'ANNUAL' && values.value !== null) {
    yield* annualSpans(values, isPlan);
  }
  yield* closedEnds(values);
  yield* oddYears(values, today, isPlan);
}

const levelText = (place: Place | null): string => regionLevels.find((level) => place?.[level] === place?.id) ?? '';
