import { plainChinese } from '../../platform/import/written/folded.js';
import { isDay } from '../../platform/scalars.js';
import { partialDateEnd, type DatePrecision, type PartialDate } from '../figure/partial-date.js';

/** A partial date as its cell has it in plain form: 2018-04-19, 2016-12, 2018-H1, 2018, 1990s, unknown. */
export function plainDate({ date, precision }: PartialDate): string {
  if (date === null) {
    return 'unknown';
  }
  const lengths: Partial<Record<DatePrecision, number>> = { YEAR: 4, MONTH: 7, DAY: 10 };
  if (precision === 'HALF_YEAR') {
    return `${date.slice(0, 4)}-H${date.slice(5, 7) === '01' ? 1 : 2}`;
  }
  return precision === 'DECADE' ? `${date.slice(0, 4)}s` : date.slice(0, lengths[precision]);
}

/** Texts that say that there is no end. */
const noEnd = /^(?:至今|迄今|今|现在|目前|以来|起|now|present|today)$/;
const unknown = /^(?:unknown|不详|未知|日期不详|时间不详)$/;

/** The first and last day that Excel's date numbers of five digits may mean here: 1 January 1949, 31 December 2099. */
const [firstSerial, lastSerial] = [17899, 73050];

/** Reads a date as people write it, where it can mean one alone; null for other texts. */
export function readDate(written: string): PartialDate | null {
  const text = plainDigits(written);
  return unknown.test(text) ? { date: null, precision: 'UNKNOWN' } : (dayOf(text) ?? spanOf(text));
}

/** Chinese digits become plain ones, spaces and a time at midnight go, 號 becomes 日. */
const plainDigits = (written: string): string =>
  plainChinese(written)
    .toLowerCase()
    .replace(/[ t]00?:00(?::00(?:\.0+)?)?z?$/, '')
    .replace(/\s/g, '')
    .replace(/号$/, '日')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => Array.from(year, digitOf).join(''))
    .replace(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=[年月日])/g,
      (_all, ten: string, one: string) => `${ten === '' ? 1 : digitOf(ten)}${one === '' ? 0 : digitOf(one)}`,
    )
    .replace(/[一二三四五六七八九](?=[月日])/g, digitOf);

const digitOf = (digit: string): string =>
  String(digit === '〇' || digit === '○' ? 0 : '零一二三四五六七八九'.indexOf(digit));

function dayOf(text: string): PartialDate | null {
  if (/^\d{5}$/.test(text)) {
    const serial = Number(text);
    return serial >= firstSerial && serial <= lastSerial ? { date: dayOfSerial(serial), precision: 'DAY' } : null;
  }
  const [, year, month, day] =
    /^(\d{4})年(\d\d?)月(\d\d?)日?$/.exec(text) ??
    /^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/.exec(text) ??
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ??
    [];
  return day === undefined ? null : dated('DAY', year, month, day);
}

/** The day of a date number of Excel. */
const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

function spanOf(text: string): PartialDate | null {
  const [, monthYear, month] =
    /^(\d{4})年(\d\d?)月份?$/.exec(text) ??
    /^(\d{4})[-/.](\d\d?)$/.exec(text) ??
    /^((?:19|20)\d\d)(\d\d)$/.exec(text) ??
    [];
  if (month !== undefined) {
    return dated('MONTH', monthYear, month);
  }
  const [, halfYear, half] = /^(\d{4})年?度?(上|下|前|后)半年$/.exec(text) ?? /^(\d{4})年?-?h([12])$/.exec(text) ?? [];
  if (half !== undefined) {
    return dated('HALF_YEAR', halfYear, /[上前1]/.test(half) ? '1' : '7');
  }
  const [, century, decade] = /^(\d\d)世纪(\d0)年代$/.exec(text.replace(/^二十世纪/, '20世纪')) ?? [];
  const decadeYear = decade !== undefined ? `${Number(century) - 1}${decade}` : /^(\d{3}0)(?:s|年代)$/.exec(text)?.[1];
  if (decadeYear !== undefined) {
    return dated('DECADE', decadeYear);
  }
  const year = /^(\d{4})(?:年度?|全年|年全年)?$/.exec(text)?.[1];
  return year === undefined ? null : dated('YEAR', year);
}

function dated(precision: DatePrecision, year = '', month = '1', day = '1'): PartialDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? { date, precision } : null;
}

/** A span that one text gives; `to` is not included, and null where it has no end. */
export interface WrittenSpan {
  readonly from: PartialDate;
  readonly to: PartialDate | null;
}

/** Whether a text says that there is no end: 至今. */
export const saysNoEnd = (written: string): boolean => noEnd.test(plainDigits(written));

/**
 * Reads a span: 2017年3月至今, 2017-2021年, 2022年1-6月, 2022年第一季度. What stands after 至 is included, as people
 * mean it; null for other texts.
 */
export function readSpan(written: string): WrittenSpan | null {
  const text = plainDigits(written);
  const quarter = quarterSpan(text);
  if (quarter) {
    return quarter;
  }
  const since = /^(.+?)(?:至今|以来|起|迄今|-今|到今|至现在|-至今|到现在|-now|-present)$/.exec(text)?.[1];
  if (since !== undefined) {
    const from = datedAt(since);
    return from && { from, to: null };
  }
  for (const [first, last] of separations(text)) {
    const [from, end] = [datedAt(first, last), datedAt(last, first)];
    if (from?.date != null && end?.date != null && from.precision === end.precision && from.date < end.date) {
      return { from, to: { date: partialDateEnd(end.date, end.precision), precision: end.precision } };
    }
  }
  return null;
}

/** The ways to part a text into two at 至, 到, ~ or -. */
function* separations(text: string): Iterable<readonly [first: string, last: string]> {
  for (const separator of ['至', '到', '~', '-']) {
    const parts = text.split(separator);
    for (let place = 1; place < parts.length; place += 1) {
      yield [parts.slice(0, place).join(separator), parts.slice(place).join(separator)];
    }
  }
}

/** One end of a span; what it leaves out is that of the other end: 2017 of 2017-2021年, 6月 of 2022年1-6月. */
function datedAt(text: string, other = ''): PartialDate | null {
  const year = /^\d{4}年/.exec(other)?.[0];
  return (
    readDate(text) ??
    (/^\d\d?月?$/.test(text) && year !== undefined ? readDate(`${year}${text.replace('月', '')}月`) : null) ??
    (/^\d{4}年\d\d?$/.test(text) && other.endsWith('月') ? readDate(`${text}月`) : null)
  );
}

/** A digit of a quarter, and what may be before and after it: 第一季度, 一季, q1. */
const quarter = '(?:第?([1-4一二三四])(?:季度?)?|q([1-4]))';
const quarters = new RegExp(`^(\\d{4})年?度?-?${quarter}(?:([-~至到、,和])${quarter})?$`);

/** Reads quarters of a year: 2022年一季度, 2022Q1, 2022年前三季度, 2022年二、三季度, 2021年四季度至2022年一季度. */
function quarterSpan(text: string): WrittenSpan | null {
  for (const [begin, end] of separations(text)) {
    const [from, to] = [quartersIn(begin), quartersIn(end)];
    if (from !== null && to !== null && begin.slice(0, 4) !== end.slice(0, 4)) {
      return monthsFrom(from.year, from.first, to.year, to.last);
    }
  }
  const only = quartersIn(text);
  return only && monthsFrom(only.year, only.first, only.year, only.last);
}

/** The year, and the numbers of the first and the last quarter. */
function quartersIn(text: string): { readonly year: string; readonly first: number; readonly last: number } | null {
  const plain = text
    .replace(/^q([1-4])-?(\d{4})年?$/, '$2q$1')
    .replace('首季', '1季')
    .replace(/前([23二两三])个?季度?$/, (_all, count: string) => `1-${count === '两' ? 2 : count}季度`);
  const [, year, one, oneQ, between, other, otherQ] = quarters.exec(plain) ?? [];
  if (year === undefined || !/季|q/.test(plain)) {
    return null;
  }
  const first = numberOf(one ?? oneQ ?? '');
  const last = between === undefined ? first : numberOf(other ?? otherQ ?? '');
  // What is listed is one span only where nothing is between.
  const isOne = between === undefined || (/[、,和]/.test(between) ? last === first + 1 : last > first);
  return isOne ? { year, first, last } : null;
}

const numberOf = (digit: string): number => '一二三四'.indexOf(digit) + 1 || Number(digit);

function monthsFrom(year: string, first: number, endYear: string, last: number): WrittenSpan | null {
  const from = dated('MONTH', year, String(first * 3 - 2));
  const end = dated('MONTH', endYear, String(last * 3));
  return from?.date != null && end?.date != null && from.date < end.date
    ? { from, to: { date: partialDateEnd(end.date, 'MONTH'), precision: 'MONTH' } }
    : null;
}

/** The span of a date alone: the year 2022, a half of it; null where its end is no date to that precision. */
export function spanOfDate({ date, precision }: PartialDate): WrittenSpan | null {
  return date !== null && (precision === 'YEAR' || precision === 'HALF_YEAR')
    ? { from: { date, precision }, to: { date: partialDateEnd(date, precision), precision } }
    : null;
}
