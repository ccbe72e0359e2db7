import {
  described,
  filledIn,
  id,
  list,
  oneOf,
  optional,
  reference,
  text,
  type Column,
  type Values,
} from '../../platform/import/columns.js';
import { cellText, found, type Problem } from '../../platform/import/problem.js';
import { say } from '../../platform/import/message.js';
import type { Cells, WrittenCells } from '../../platform/import/table.js';
import { noteColumns, numberColumn, partialDateColumn, sourcesColumn, spanProblems } from './columns.js';
import { Confidence } from '../figure/confidence.js';
import { Basis, Bound, FigureStatus } from '../figure/figure.js';
import type { Reported } from './reported.js';
import { yearsOf } from '../figure/years.js';
import { Rank } from '../figure/rank.js';
import { Unit } from '../figure/unit.js';
import { figureCells } from '../written/figure-cells.js';
import { spanCells } from '../written/span-cells.js';

/** The columns of every table of records, besides those of its type. `units` are those that its figures can have. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the columns are the type
export const recordColumns = (file: string, units?: readonly Unit[]) => ({
  id: described('Of your choice; other rows may refer to it, and it stays', id),
  pairings: described('The pairings that it belongs to', list(reference('pairings.csv'))),
  programme: described(
    'The programme that it is about as a whole, in place of pairings',
    optional(reference('programmes.csv')),
  ),
  value: described('What is reported, in `unit`; empty where the source gives no number', optional(numberColumn)),
  unit: described('Empty where there is no value', optional(units ? oneOfUnits(units) : oneOf(Unit))),
  bound: described('Empty where there is no value', optional(oneOf(Bound))),
  asPrinted: filledIn(
    'What the source prints, where the value is not its digits alone; filled in from the value: 约2500万元',
    optional(text),
  ),
  status: oneOf(FigureStatus),
  basis: oneOf(Basis),
  from: described('Start of the period reported on, or its day', optional(partialDateColumn)),
  to: described('End of the period, itself not included: the year 2018 ends with 2019', optional(partialDateColumn)),
  includedIn: described(
    'The row whose figure has this one in it, so that they are not added',
    optional(reference(file)),
  ),
  mayBeIncludedIn: described(
    'The row whose figure may have this one in it: the source leaves it open',
    optional(reference(file)),
  ),
  rank: described(
    'Which of several reports of the same thing to rely on; NORMAL when left empty',
    optional(oneOf(Rank)),
  ),
  confidence: described('On how many independent texts it rests', optional(oneOf(Confidence))),
  distinction: described('What the source says it is the first or only one of, in English', optional(text)),
  distinctionZh: described('The same in Chinese', optional(text)),
  ...noteColumns,
  sources: described('Where it is printed', sourcesColumn),
});

function oneOfUnits(units: readonly Unit[]): Column<Unit> {
  return oneOf(Object.fromEntries(units.map((unit) => [unit, unit])) as typeof Unit, Unit);
}

const bases = oneOf(Basis);

/** The cells of a record in plain form. A year alone is a span but for what is cumulative, which may have begun with it. */
export function recordCells(cells: Cells, notes: Cells, units?: readonly Unit[]): WrittenCells {
  const figure = figureCells(cells, notes, {
    value: 'value',
    unit: 'unit',
    bound: 'bound',
    asPrinted: 'asPrinted',
    ...(units ? { units } : {}),
  });
  const basis = bases.parse(cells['basis'] ?? '');
  const span = spanCells(figure.cells, basis.kind === 'value' && basis.value !== 'CUMULATIVE');
  return { cells: span.cells, problems: [...figure.problems, ...span.problems] };
}

export type RecordRow = Values<ReturnType<typeof recordColumns>>;

/** The units in which a figure can be below zero: a decrease. */
const signedUnits: readonly Unit[] = [Unit.PERCENT, Unit.PERCENT_PER_YEAR];

/** What is wrong with a record beyond its cells: half a figure, a range that is none, a period the wrong way round. */
export function recordProblems(row: RecordRow): Pick<Problem, 'column' | 'found' | 'expected'>[] {
  const problems: Pick<Problem, 'column' | 'found' | 'expected'>[] = [];
  for (const column of ['unit', 'bound'] as const) {
    if ((row.value === null) !== (row[column] === null)) {
      const expected =
        row.value === null
          ? say('nothing, since there is no value', '留空，因为没有数值')
          : say('one, since there is a value', '写明，因为有数值');
      problems.push({ column, found: cellText(row[column] ?? ''), expected });
    }
  }
  if (row.value !== null && row.unit !== null && row.value.low < 0 && !signedUnits.includes(row.unit)) {
    const expected = say(`a number from 0, since it is in ${row.unit}`, `不小于 0 的数，因为单位是 ${row.unit}`);
    problems.push({ column: 'value', found: found(String(row.value.low / 100)), expected });
  }
  if (row.value !== null && (row.bound === 'RANGE') !== row.value.low < row.value.high) {
    problems.push({
      column: 'bound',
      found: cellText(row.bound ?? ''),
      expected: say('RANGE for two numbers, and for them alone', '两个数用 区间（RANGE），且只用于两个数'),
    });
  }
  if (row.programme !== null && row.pairings.length > 0) {
    problems.push({
      column: 'programme',
      found: found(row.programme),
      expected: say('nothing, since there are pairings, which have programmes', '留空，因为已有结对，结对属于帮扶项目'),
    });
  }
  return [...problems, ...spanProblems(row)];
}

/** The columns that every record is stored in. */
export function reportedColumns(row: RecordRow): Omit<Reported, 'dataset'> {
  const places = row.sources.map(({ document, paragraph }) => `${document}#${paragraph ?? ''}`).toSorted();
  return {
    id: row.id,
    ...intervalOf(row),
    unit: row.unit,
    bound: row.bound,
    asPrinted: row.asPrinted,
    status: row.status,
    basis: row.basis,
    fromDate: row.from?.date ?? null,
    fromPrecision: row.from?.precision ?? null,
    toDate: row.to?.date ?? null,
    toPrecision: row.to?.precision ?? null,
    includedInId: row.includedIn,
    mayBeIncludedInId: row.mayBeIncludedIn,
    programmeId: row.programme,
    rank: row.rank ?? 'NORMAL',
    confidence: row.confidence,
    scope: null,
    cluster: null,
    yearCluster: null,
    block: null,
    facet: null,
    several: false,
    exclusion: null,
    excludedBy: null,
    ...yearsOf(row),
    document: row.sources.map(({ document }) => document).toSorted()[0] ?? null,
    print: places.join(' '),
    distinction: row.distinction,
    distinctionZh: row.distinctionZh,
    note: row.note,
    noteZh: row.noteZh,
  };
}

/** The interval of a figure, in hundredths of its unit. */
export function intervalOf({ value, bound }: RecordRow): { low: number | null; high: number | null } {
  const isOpenBelow = bound === 'AT_MOST' || bound === 'APPROACHING';
  return {
    low: value === null || isOpenBelow ? null : value.low,
    high: value === null || bound === 'AT_LEAST' ? null : value.high,
  };
}
