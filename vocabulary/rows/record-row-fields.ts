import { enumDocumentation } from '../../platform/described-enum.js';
import type { CountedParties } from '../party/counted-parties.js';
import type { Standing } from '../party/standing.js';
import { figureOf, type Reported } from '../record/reported.js';
import { kindsOf, type RecordColumn, type RecordTable } from '../record/record-import.js';
import { termKey } from '../record/term.js';
import { citationFields } from './citation-fields.js';
import { isAddable, type AddedType } from './added-type.js';
import { inRole, onSide, partyFields } from './party-fields.js';
import { countedParties, pairings, regionsOf, sources, termsOf } from './readers.js';
import { verdictsOf } from './verdicts.js';
import { joined, ofRow, own, type RowField, type RowFields, type Scalar } from './row-field.js';

/** What the rows of a type of record are made from. */
export interface RecordRowSource {
  readonly name: string;
  readonly table: string;
  readonly columns: RecordTable['columns'];
  readonly lists: readonly string[];
  /** How totals add its records; null where it has no totals. */
  readonly added: AddedType | null;
  /** Who counts as the donor and the recipient of a record. */
  readonly donor: Standing;
  readonly recipient: Standing;
}

type Fields = RowFields<Reported>;

/** A row by the names of its columns. */
type Cells = Readonly<Record<string, unknown>> & Reported;

/** The columns of the rows of a type of record: its own, and those of every record. */
export function recordRowFields({ name, table, columns, lists, added, donor, recipient }: RecordRowSource): Fields {
  const given = Object.entries(columns);
  const measures = kindsOf(columns);
  return {
    id: own('id', 'The record’s id (编号), stable.', 'ID'),
    recordType: ofRow('String', 'The type of record, as the graph names it: Fund, Placement (记录类型).', () => name),
    measure: ofRow('String', measureDescription(measures), (row) =>
      orNull(measures.flatMap((column) => ((row as Cells)[column] as string | null) ?? []).join(' ')),
    ),
    ...Object.fromEntries(given.flatMap(([column, of]) => ownFields(column, of))),
    ...figureFields,
    ...totalFields(name, table, added),
    ...partyFields(
      'donor',
      'Who helps (帮扶方), as the record says, else its pairings',
      onSide(donor.role ?? 'DONOR', 'DONOR'),
    ),
    ...partyFields(
      'recipient',
      'Who is helped (受帮扶方), as the record says, else its pairings',
      onSide(recipient.role ?? 'RECIPIENT', 'RECIPIENT'),
    ),
    ...Object.fromEntries(given.flatMap(([column, of]) => Object.entries(besideFields(lists, column, of)))),
    ...originFields,
  };
}

const measureDescription = (columns: readonly string[]): string =>
  columns.length === 0
    ? 'What the value is of (口径); null here, since there is one kind only.'
    : `What the value is of (口径): ${columns.map((column) => `\`${column}\``).join(', ')} in one text. Values of different measures are never added.`;

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The columns of one column of the CSV table that the record’s own table has. */
function ownFields(name: string, column: RecordColumn<unknown>): [string, RowField<Reported>][] {
  const { stored, enumeration, type, description, refersTo = [] } = column;
  if (stored !== undefined && (stored === 'terms' || !('column' in stored))) {
    return [];
  }
  if (refersTo.includes('regions.csv')) {
    return [];
  }
  const inTable = stored?.column ?? name;
  const meaning = description ?? (enumeration && enumDocumentation(enumeration)?.description) ?? name;
  const scalar = type === 'integer' ? 'Int' : type === 'boolean' ? 'Boolean' : 'String';
  const value = (row: Reported): Scalar => {
    const cell = (row as Cells)[inTable] as Scalar | undefined;
    return cell === undefined || cell === null ? null : type === 'boolean' ? Boolean(cell) : cell;
  };
  return [[inTable, ofRow(scalar, sentence(meaning), value)]];
}

/** The columns of one column of the CSV table that other tables have: parties, lists, a region. */
function besideFields(lists: readonly string[], name: string, column: RecordColumn<unknown>): Fields {
  const { stored, description, refersTo = [] } = column;
  const meaning = description ?? name;
  if (stored === 'terms') {
    const reader = termsOf<Reported>(({ id }) => [termKey(lists, id, name)]);
    const field = (cell: 'name' | 'nameEn' | 'state', what: string): RowField<Reported> => ({
      type: 'String',
      description: `${meaning}, ${what}, joined by "; ".`,
      reads: [reader],
      value: ({ id }, page) => joined(page.of(reader, termKey(lists, id, name)).map((term) => term[cell])),
    });
    return {
      [name]: field('name', 'in Chinese'),
      [`${name}En`]: field('nameEn', 'in English'),
      ...(column.hasStates ? { [`${name}State`]: field('state', 'the state of each') } : {}),
    };
  }
  if (stored !== undefined && 'counted' in stored) {
    const { counted: role } = stored;
    return {
      [name]: {
        type: 'String',
        description: `${meaning} (数量), such as "11 COUNTY in 610500", joined by "; ".`,
        reads: [countedParties],
        value: ({ id }, page) =>
          joined(
            page
              .of(countedParties, id)
              .filter((each) => each.role === role)
              .map(countedCell),
          ),
      },
    };
  }
  if (stored !== undefined && 'role' in stored) {
    return ['DONOR', 'RECIPIENT'].includes(stored.role) ? {} : partyFields(name, meaning, inRole(stored.role));
  }
  if (refersTo.includes('regions.csv')) {
    const idOf = (row: Reported): string | null => (row as Cells)[stored?.column ?? name] as string | null;
    const reader = regionsOf<Reported>((row) => [idOf(row)]);
    return partyFields<Reported>(name, meaning, {
      reads: [reader],
      of: (row, page) => page.of(reader, idOf(row) ?? ''),
    });
  }
  return {};
}

/** Counted parties as a cell of a CSV table has them. */
const countedCell = ({ count, kind, regionId }: CountedParties): string =>
  [count ?? [], kind, regionId === null ? [] : `in ${regionId}`].flat().join(' ');

const sentence = (text: string): string => (/[.)]$/.test(text) ? text : `${text}.`);

const figure = (key: 'value' | 'min' | 'max', description: string): RowField<Reported> =>
  ofRow('Float', description, (row) => figureOf(row)?.[key] ?? null);

const figureFields: Fields = {
  status: own('status', 'Whether it is reported as done or as intended (状态).'),
  basis: own(
    'basis',
    'Whether the value is of a time, of a year, or of all time so far (口径: LEVEL, ANNUAL, CUMULATIVE).',
  ),
  bound: own('bound', 'How the value bounds the true one (界限): EXACT, AT_LEAST …; null where there is no value.'),
  value: figure('value', 'The number as printed (数值), in `unit`; null for a range, and where the source gives none.'),
  min: figure('min', 'The least that it may be (下限), in `unit`; null where it is open.'),
  max: figure('max', 'The most that it may be (上限), in `unit`; null where it is open.'),
  rank: own('rank', 'Whether it is preferred to others that say the same, or no longer to be used (等级).'),
  unit: own('unit', 'The unit of the value (单位); null where there is none. Money is in YUAN.'),
  from: ofRow(
    'Date',
    'The first day of the period reported on (起始日); null where the source gives none.',
    ({ fromDate }) => fromDate,
  ),
  to: ofRow(
    'Date',
    'The day after the period reported on (截止日); null where the source gives none.',
    ({ toDate }) => toDate,
  ),
  year: ofRow('Int', 'The year (年份) that the whole period lies in; null where there is none such.', yearOf),
};

/** The columns that keep sums honest. */
function totalFields(name: string, table: string, added: AddedType | null): Fields {
  const verdicts = verdictsOf(table);
  const judged = (
    type: RowField<Reported>['type'],
    description: string,
    value: (row: Reported, marks: Pick<Reported, 'exclusion' | 'excludedBy'>) => Scalar,
  ): RowField<Reported> => ({
    type,
    description,
    reads: [verdicts],
    value: (row, page) => value(row, page.of(verdicts, row.id)[0] ?? row),
  });
  const apart = added?.apart ?? [];
  const isCandidate = ({ unit, basis, rank }: Reported): boolean =>
    added !== null && isAddable(unit, basis) && rank !== 'DEPRECATED';
  return {
    inTotal: judged(
      'Boolean',
      'Whether a total over everything adds it with its own value (计入合计): the sum of `value` over the rows where it is true is right within one `total_key`. False for what another record has in it, repeats or contradicts, and for levels; null where the type has no totals.',
      (row, { exclusion }) => (added === null ? null : isCandidate(row) && exclusion === null),
    ),
    leftOutFor: judged(
      'String',
      'Why such a total does not add it in full (未计入原因): REPORTED_TWICE, PART_OF_WHOLE …; null where it does, and where `total_key` is null.',
      (row, { exclusion }) => (row.rank === 'DEPRECATED' ? 'DEPRECATED' : isCandidate(row) ? exclusion : null),
    ),
    coveredBy: judged(
      'String',
      'The id of the record for which it is not added in full (被涵盖于); null where there is none.',
      (row, { excludedBy }) => (isCandidate(row) ? excludedBy : null),
    ),
    totalKey: ofRow(
      'String',
      'What may be added together (合计口径): the type, the kind, the unit, the status and the basis in one text; null where the type has no totals, or its value cannot be added.',
      (row) =>
        isCandidate(row)
          ? [name, ...apart.map((column) => (row as Cells)[column]), row.unit, row.status, row.basis].join(' ')
          : null,
    ),
  };
}

const originFields: Fields = {
  pairingIds: {
    type: 'String',
    description: 'The ids of the pairings that it belongs to (结对), joined by "; ".',
    reads: [pairings],
    value: ({ id }, page) => joined(page.of(pairings, id).map(({ pairing }) => pairing)),
  },
  programmeIds: {
    type: 'String',
    description: 'The ids of the programmes that it or those pairings belong to (协作计划), each once.',
    reads: [pairings],
    value: ({ id, programmeId }, page) =>
      joined([
        ...new Set([
          ...(programmeId === null ? [] : [programmeId]),
          ...page.of(pairings, id).map(({ programme }) => programme),
        ]),
      ]),
  },
  includedInId: own(
    'includedInId',
    'The id of the record of the same type that has this one in it (包含于); it is not to be added.',
  ),
  mayBeIncludedInId: own(
    'mayBeIncludedInId',
    'The id of a record of the same type that may have this one in it (可能包含于).',
  ),
  ...citationFields(sources),
  distinction: own('distinction', 'What the source says it is the first or only one of, in English.'),
  distinctionZh: own('distinctionZh', 'The same in Chinese (首个, 唯一).'),
  note: own('note', 'What a reader has to know, in English; null where all is clear.'),
  noteZh: own('noteZh', 'The same in Chinese (备注).'),
  dataset: own('dataset', 'The data set that it came with (数据集).'),
};

/** The year of a period; null where it has no beginning, or is longer or less precise than a year. */
function yearOf({ fromDate, toDate, fromPrecision }: Reported): number | null {
  if (fromDate === null || fromPrecision === 'DECADE' || fromPrecision === 'UNKNOWN') {
    return null;
  }
  const year = Number(fromDate.slice(0, 4));
  return toDate === null || toDate <= `${year + 1}-01-01` ? year : null;
}
