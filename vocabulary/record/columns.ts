import { list, problem, reference, someOf, value, type Column } from '../../platform/import/columns.js';
import { found, type Problem } from '../../platform/import/problem.js';
import { isDay } from '../../platform/scalars.js';
import { maxFigure } from '../figure/figure.js';
import type { Days } from '../../platform/import/table.js';
import { partialDateEnd, type PartialDate } from '../figure/partial-date.js';

/** A partial date: 2018-04-19, 2016-12, 2018-H1, 2018, 1990s, or `unknown` where there is a date and none is given. */
export const partialDateColumn: Column<PartialDate> = {
  expected: 'a date such as 2018-04-19, 2016-12, 2018-H1, 2018, 1990s or unknown',
  parse(cell) {
    const [, year = '', half, month, day] = /^(\d{4})(?:-(?:H([12])|(\d\d)(?:-(\d\d))?))?$/.exec(cell) ?? [];
    const decade = /^(\d{3}0)s$/.exec(cell)?.[1];
    const date = decade ? `${decade}-01-01` : `${year}-${half === '2' ? '07' : (month ?? '01')}-${day ?? '01'}`;
    if (cell === 'unknown') {
      return value({ date: null, precision: 'UNKNOWN' });
    }
    if (!isDay(date)) {
      return problem(cell, this.expected);
    }
    const precision = decade ? 'DECADE' : half ? 'HALF_YEAR' : day ? 'DAY' : month ? 'MONTH' : 'YEAR';
    return value({ date, precision });
  },
};

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
    ? [{ column: 'to', found: found(to.date), expected: `a date after ${from.date}; the end is not included` }]
    : [];
}

/** A number, or two as a range: `35000000`, `28.69`, `3..5`. */
export const numberColumn: Column<{ low: number; high: number }> = {
  expected: `a number up to ${maxFigure} with at most two decimals, or a range such as 3..5`,
  parse(cell) {
    const [low, high = low] = cell.split('..');
    const numbers = [low, high].map((part) => (/^-?\d+(\.\d\d?)?$/.test(part ?? '') ? Number(part) : NaN));
    const [from = NaN, to = NaN] = numbers;
    return from <= to && Math.abs(from) <= maxFigure && Math.abs(to) <= maxFigure
      ? value({ low: Math.round(from * 100), high: Math.round(to * 100) })
      : problem(cell, this.expected);
  },
};

/** Places in documents: `s1#10; s1#12`, or `s1` for a document as a whole. At least one. */
export const sourcesColumn: Column<readonly { document: string; paragraph: number | null }[]> = someOf({
  expected: 'a place in a document such as s1#10',
  parse(cell) {
    const [, document, paragraph] = /^([\w.@-]+)(?:#(\d+))?$/.exec(cell) ?? [];
    return document === undefined
      ? problem(cell, this.expected)
      : value({ document, paragraph: paragraph === undefined ? null : Number(paragraph) });
  },
  resolve: ({ document, paragraph }, find) => ({ document: find(document, ['documents.csv']), paragraph }),
});

/** Regions and organisations. */
export const partiesColumn = list(reference('regions.csv', 'organisations.csv'));

/**
 * Parties that a source only counts: `11 CITY_SCHOOL; 51 TOWN_SCHOOL`, `10 COUNTY in 510000` where it says in which
 * region they are, `HOSPITAL` where it gives no number.
 */
export function countedColumn<Enum extends Readonly<Record<string, string>>>(
  kinds: Enum,
): Column<readonly { count: number | null; kind: Enum[keyof Enum]; region: string | null }[]> {
  return list({
    expected: `a number, a kind and a region such as "18 VILLAGE in 320582"; kinds are ${Object.keys(kinds).join(', ')}`,
    enumeration: kinds,
    parse(cell) {
      const [, count, kind = '', region] = /^(?:(\d+) )?([A-Z_]+)(?: in (.+))?$/.exec(cell) ?? [];
      return Object.hasOwn(kinds, kind)
        ? value({
            count: count === undefined ? null : Number(count),
            kind: kinds[kind] as Enum[keyof Enum],
            region: region ?? null,
          })
        : problem(cell, this.expected);
    },
    resolve: ({ region, ...parties }, find) => ({
      ...parties,
      region: region === null ? null : find(region, ['regions.csv']),
    }),
  });
}
