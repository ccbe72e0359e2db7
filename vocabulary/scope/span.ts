import type { Basis } from '../figure/figure.js';
import { partialDateEnd, type DatePrecision } from '../figure/partial-date.js';
import type { Relation } from './relation.js';

/** The day on which a span begins or ends, where it is known; else the days between which it is. Days as 2018-04-19. */
interface Edge {
  readonly earliest: string;
  readonly latest: string;
}

/** The span of time that a figure is about. `UNDATED` is one year, and not known which. */
export type Span = { readonly kind: 'DATED'; readonly from: Edge; readonly to: Edge } | { readonly kind: 'UNDATED' };

/** The columns of a record that a span is made of. */
export interface Dated {
  readonly basis: Basis;
  readonly fromDate: string | null;
  readonly fromPrecision: DatePrecision | null;
  readonly toDate: string | null;
  readonly toPrecision: DatePrecision | null;
}

/** When the earliest source of a record was published; null where no source has a date. */
export type Published = { readonly date: string; readonly precision: DatePrecision } | null;

const [beginning, end] = ['0000', '9999'];
const day = (date: string): Edge => ({ earliest: date, latest: date });

/** The span of a figure: a cumulative one begins with the beginning where nothing is said, and ends with its source. */
export function spanOf(record: Dated, published: Published): Span {
  return record.basis === 'ANNUAL'
    ? annualSpan(record)
    : { kind: 'DATED', from: from(record), to: to(record, published) };
}

function from({ fromDate, fromPrecision }: Dated): Edge {
  return fromDate === null
    ? fromPrecision === null
      ? day(beginning)
      : { earliest: beginning, latest: end }
    : day(fromDate);
}

function to({ toDate }: Dated, published: Published): Edge {
  if (toDate !== null) {
    return day(toDate);
  }
  return published === null
    ? { earliest: beginning, latest: end }
    : published.precision === 'DAY'
      ? day(published.date)
      : { earliest: published.date, latest: partialDateEnd(published.date, published.precision) };
}

function annualSpan({ fromDate, fromPrecision, toDate, toPrecision }: Dated): Span {
  const ofYear = (date: string | null, precision: DatePrecision | null): number | null =>
    date !== null && precision === 'YEAR' ? Number(date.slice(0, 4)) : null;
  const [first, last] = [ofYear(fromDate, fromPrecision), ofYear(toDate, toPrecision)];
  const start = fromDate ?? (last === null ? null : `${last - 1}-01-01`);
  const stop = toDate ?? (first === null ? null : `${first + 1}-01-01`);
  return start === null || stop === null ? { kind: 'UNDATED' } : { kind: 'DATED', from: day(start), to: day(stop) };
}

/** The relation of two spans; one whose edge is not known crosses what it may or may not contain. */
export function relationOfSpans(one: Span, other: Span): Relation {
  if (one.kind === 'UNDATED' || other.kind === 'UNDATED') {
    return 'CROSS';
  }
  if (isNotAfter(one.to, other.from) || isNotAfter(other.to, one.from)) {
    return 'APART';
  }
  const [starts, stops] = [isSameEdge(one.from, other.from), isSameEdge(one.to, other.to)];
  if (starts && stops) {
    return 'EQUAL';
  }
  if ((starts || isNotAfter(one.from, other.from)) && (stops || isNotAfter(other.to, one.to))) {
    return 'WIDER';
  }
  return (starts || isNotAfter(other.from, one.from)) && (stops || isNotAfter(one.to, other.to)) ? 'NARROWER' : 'CROSS';
}

const isNotAfter = (one: Edge, other: Edge): boolean => one.latest <= other.earliest;
const isSameEdge = (one: Edge, other: Edge): boolean => one.earliest === other.earliest && one.latest === other.latest;

/** A text that equal spans share. `UNDATED` ones have none in common. */
export const spanKey = (span: Span): string | null =>
  span.kind === 'UNDATED'
    ? null
    : [span.from, span.to].map(({ earliest, latest }) => `${earliest}~${latest}`).join('/');
