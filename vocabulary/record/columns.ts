import { labelsOf } from '../../platform/described-enum.js';
import {
  described,
  integer,
  list,
  optional,
  problem,
  reference,
  someOf,
  text,
  value,
  type Column,
} from '../../platform/import/columns.js';
import { say, type Message } from '../../platform/import/message.js';
import { found, type Problem } from '../../platform/import/problem.js';
import { enumWords } from '../../platform/import/words.js';
import { plainForms } from '../../platform/import/written/folded.js';
import { numeralPattern } from '../../platform/import/written/numeral.js';
import { maxFigure } from '../figure/figure.js';
import type { Days } from '../../platform/import/table.js';
import { partialDateEnd, type PartialDate } from '../figure/partial-date.js';
import { readDate } from '../written/dates.js';

const aDate = say(
  'a date such as 2018-04-19, 2016-12, 2018-H1, 2018, 1990s or unknown',
  '日期，如 2018-04-19、2016-12、2018年4月、2018年上半年、2018、1990年代，或 不详',
);

/** A partial date: 2018-04-19, 2016-12, 2018-H1, 2018, 1990s, `unknown` where there is one and none is given; 2018年4月. */
export const partialDateColumn: Column<PartialDate> = {
  expected: aDate,
  parse(cell) {
    const date = readDate(cell);
    return date === null ? problem(cell, dateHint(cell)) : value(date);
  },
};

/** What to write in place of a date that may be two, or is none. */
function dateHint(cell: string): Message {
  const [, first, second, year] = /^(\d\d?)[-/.](\d\d?)[-/.](\d{2}|\d{4})$/.exec(cell) ?? [];
  if (year !== undefined) {
    return say(
      `a date with the year first, such as 2017-03-05: ${first}/${second} may be a month and a day, or the reverse`,
      `年在前的日期，如 2017-03-05：${first}/${second} 分不清月和日`,
    );
  }
  return aDate;
}

/** The days that a partial date names; null where there is none. */
export const daysOf = (date: Partial<PartialDate> | null): Days | null =>
  date?.date != null && date.precision !== undefined
    ? { first: date.date, last: dayBefore(partialDateEnd(date.date, date.precision)) }
    : null;

/** The days of the beginning of a span, or its last day where only its end is known. */
export function daysOfSpan({
  from,
  to,
}: {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}): Days | null {
  const last = to?.date == null ? null : dayBefore(to.date);
  return daysOf(from) ?? (last === null ? null : { first: last, last });
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** The document that dates a row where nothing else does: its first source. */
export const firstSource = ({
  sources: [first],
}: {
  readonly sources: readonly { readonly document: string }[];
}): { file: string; id: string } | undefined => first && { file: 'documents.csv', id: first.document };

/** What is wrong with a row's span: its end must be after its beginning. */
export function spanProblems({
  from,
  to,
}: {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}): Pick<Problem, 'column' | 'found' | 'expected'>[] {
  return from?.date != null && to?.date != null && from.date >= to.date
    ? [
        {
          column: 'to',
          found: found(to.date),
          expected: say(`a date after ${from.date}; the end is not included`, `${from.date} 之后的日期；止期不含在内`),
        },
      ]
    : [];
}

/** A number, or two as a range: `35000000`, `28.69`, `3..5`. */
export const numberColumn: Column<{ low: number; high: number }> = {
  expected: say(
    `a number up to ${maxFigure} with at most two decimals, or a range such as 3..5`,
    `不超过 ${maxFigure}、最多两位小数的数，或 3..5 这样的区间`,
  ),
  parse(cell) {
    const [low, high = low] = cell.split('..');
    const numbers = [low, high].map((part) => (/^-?\d+(\.\d\d?)?$/.test(part ?? '') ? Number(part) : NaN));
    const [from = NaN, to = NaN] = numbers;
    return from <= to && Math.abs(from) <= maxFigure && Math.abs(to) <= maxFigure
      ? value({ low: Math.round(from * 100), high: Math.round(to * 100) })
      : problem(cell, this.expected);
  },
};

const aPlace = say('a place in a document such as s1#10', '文件及段落，如 s1#10');

/** Places in documents: `s1#10; s1#12`, or `s1` for a document as a whole. At least one. */
export const sourcesColumn: Column<readonly { document: string; paragraph: number | null }[]> = someOf({
  expected: aPlace,
  separator: /[;、\n]/,
  parse(cell) {
    const [, document, paragraph] = /^([\w.@-]+?)(?:\s*(?:#|第)\s*(\d+)\s*段?)?$/.exec(plainForms(cell)) ?? [];
    return document === undefined
      ? problem(cell, aPlace)
      : value({ document, paragraph: paragraph === undefined ? null : Number(paragraph) });
  },
  resolve: ({ document, paragraph }, find) => ({ document: find(document, ['documents.csv']), paragraph }),
});

/** What a reader has to know of a row, in both languages. */
export const noteColumns = {
  note: described('What a reader has to know, in English', optional(text)),
  noteZh: described('The same in Chinese', optional(text)),
};

/** Regions and organisations. */
export const partiesColumn = list(reference('regions.csv', 'organisations.csv'));

/**
 * Parties that a source only counts: `11 CITY_SCHOOL; 51 TOWN_SCHOOL`, `10 COUNTY in 510000` where it says in which
 * region they are, `HOSPITAL` where it gives no number.
 */
export function countedColumn<Enum extends Readonly<Record<string, string>>>(
  kinds: Enum,
): Column<readonly { count: number | null; kind: Enum[keyof Enum]; region: string | null }[]> {
  const expected = say(
    `a number, a kind and a region such as "18 VILLAGE in 320582"; kinds are ${Object.keys(kinds).join(', ')}`,
    `数量、类别和所在地区，如“18个村 @ 沿河县”；类别有 ${Object.values(labelsOf(kinds))
      .map(({ zh }) => zh)
      .join('、')}`,
  );
  return list({
    expected,
    enumeration: kinds,
    parse(cell) {
      const counted = readCounted(cell, kinds);
      return counted === null ? problem(cell, expected) : value(counted);
    },
    resolve: ({ region, ...parties }, find) => ({
      ...parties,
      region: region === null ? null : find(region, ['regions.csv']),
    }),
  });
}

/** Reads `18 VILLAGE in 320582`, 18个村 @ 沿河县, 三所学校; null for other texts. */
function readCounted<Enum extends Readonly<Record<string, string>>>(
  cell: string,
  kinds: Enum,
): { count: number | null; kind: Enum[keyof Enum]; region: string | null } | null {
  const [, numeral, word = '', region] = countedPattern.exec(plainForms(cell)) ?? [];
  const [kind, ...others] = enumWords(kinds)(word);
  const count = numeral === undefined ? null : integer.parse(numeral);
  return kind === undefined || others.length > 0 || count?.kind === 'problem'
    ? null
    : { count: count?.value ?? null, kind: kinds[kind] as Enum[keyof Enum], region: region ?? null };
}

const countedPattern = new RegExp(`^(${numeralPattern})?\\s*(.+?)(?:(?:\\s+in\\s+|\\s*@\\s*)(.+))?$`, 'u');
