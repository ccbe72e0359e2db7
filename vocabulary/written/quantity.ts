import { plainChinese } from '../../platform/import/written/folded.js';
import { say, type Message } from '../../platform/import/message.js';
import {
  decimalText,
  isLess,
  numeralPattern,
  readNumeral,
  shifted,
  type Decimal,
} from '../../platform/import/written/numeral.js';
import type { Bound } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';
import { withoutBoundWords } from './bound-words.js';
import { isMeasure, unitOf } from './units.js';

/** What a text such as 约2500余万元 says. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly low: Decimal;
  /** Of two numbers the second, else the same. */
  readonly high: Decimal;
  /** Null where no word bounds it. */
  readonly bound: Bound | null;
  readonly unit: Unit | null;
  /** A measure word alone in place of a unit: 18个. */
  readonly measure: string | null;
}

export interface NoQuantity {
  readonly kind: 'problem';
  /** What is to be said after the cell: ", which may be 1.5 or 15". */
  readonly which: Message | null;
  readonly expected: Message;
}

const part = `(-?${numeralPattern})(余|多)?([十百千万亿]*)(余|多)?([^\\d~至到.-]*?)`;
const one = new RegExp(`^${part}$`, 'u');
const two = new RegExp(`^${part}(?:至|到|~|-|\\.\\.+)${part}$`, 'u');

interface Part {
  readonly value: Decimal;
  /** Whether 余 or 多 is in it. */
  readonly isMore: boolean;
  /** The characters of scale that end it: 万 of 3万. */
  readonly scale: string;
  readonly word: string;
}

const unclear: Message = say(
  'a number alone, such as 25000000, 2500万元, 1,234.5, 约300人 or 10-15',
  '一个明确的数，如 25000000、2500万元、1,234.5、约300人、10-15',
);

/** Reads a number with its unit and the words that bound it, where it can mean one thing alone. */
export function readQuantity(written: string): Quantity | NoQuantity {
  const spaced = plainChinese(written)
    .toLowerCase()
    .replace(/(?<=\d)\s(?=\d{3}(?:\D|$))/g, ',');
  if (/\d\s+\d/.test(spaced)) {
    return refused(null);
  }
  const joined = spaced.replace(/\s/g, '');
  const isYuan = /人民币|rmb|cny|¥/.test(joined);
  const { text, bounds } = withoutBoundWords(isYuan ? joined.replace(/[(]?(?:人民币|rmb|cny|¥)[)]?/g, '') : joined);
  const percent = /^百分之(.+)$/.exec(text)?.[1];
  return readParts(percent === undefined ? text : `${percent}%`, bounds, isYuan);
}

function readParts(text: string, bounds: readonly Bound[], isYuan: boolean): Quantity | NoQuantity {
  const [, ...single] = one.exec(text) ?? [];
  const [, ...range] = single.length > 0 ? [] : (two.exec(text) ?? []);
  const last = readPart(single.length > 0 ? single : range.slice(5));
  if ('kind' in last) {
    return last;
  }
  const first = range.length === 0 ? last : readPart(range.slice(0, 5));
  if ('kind' in first) {
    return first;
  }
  const low = range.length === 0 ? last.value : lowOf(first, last);
  const words = new Set([first.word, last.word].filter((word) => word !== ''));
  const all = [...bounds, ...(first.isMore || last.isMore ? (['AT_LEAST'] as const) : [])];
  const isRange = range.length > 0;
  if (words.size > 1 || isLess(last.value, low) || new Set(all).size > 1 || (isRange && all.length > 0)) {
    return refused(null);
  }
  const [word = isYuan ? '元' : ''] = words;
  const unit = word === '' ? null : (unitOf(word) ?? null);
  const measure = unit === null && isMeasure(word) ? word : null;
  if (word !== '' && unit === null && measure === null) {
    return unknownUnit(word);
  }
  return { kind: 'quantity', low, high: last.value, bound: all[0] ?? (isRange ? 'RANGE' : null), unit, measure };
}

function readPart([numeral = '', more, scale = '', moreToo, word = '']: readonly (string | undefined)[]):
  Part | NoQuantity {
  const isNegative = numeral.startsWith('-');
  const read = readNumeral(numeral.replace('-', '') + scale);
  if (read.kind !== 'number') {
    return refused(read.kind === 'doubt' ? read.readings : null);
  }
  const { units, scale: places } = read.value;
  return {
    value: { units: isNegative ? -units : units, scale: places },
    isMore: more !== undefined || moreToo !== undefined,
    scale: /[十百千万亿]*$/.exec(numeral + scale)?.[0] ?? '',
    word,
  };
}

/** The lower of two numbers: 3 of 3-5万元 is 30,000, 5000 of 5000-1万元 is 5,000. */
function lowOf(first: Part, last: Part): Decimal {
  const isScaled = first.scale === '' && first.word === '' && last.scale !== '';
  const scaled = isScaled
    ? Array.from(last.scale).reduce((all, each) => shifted(all, powerOf(each)), first.value)
    : first.value;
  return isLess(last.value, scaled) ? first.value : scaled;
}

export const powerOf = (scale: string): number => ({ 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 萬: 4, 億: 8 })[scale] ?? 0;

const refused = (readings: readonly string[] | null): NoQuantity =>
  readings === null
    ? { kind: 'problem', which: null, expected: unclear }
    : {
        kind: 'problem',
        which: say(`, which may be ${readings.join(' or ')}`, `，可能是 ${readings.join(' 或 ')}`),
        expected: say('the one that is meant, in digits alone', '只写数字，写明是哪一个'),
      };

const unknownUnit = (word: string): NoQuantity => ({
  kind: 'problem',
  which: say(`, in ${JSON.stringify(word)}, which is no unit`, `，其中 ${JSON.stringify(word)} 不是已有的单位`),
  expected: say(
    'the number in a unit of the column unit, such as 元, 万元, 人, 人次, 户, 个村 or %',
    '“单位”一列的单位，如 元、万元、人、人次、户、个村、%',
  ),
});

/** A number for a cell in plain form. */
export const plainNumber = ({ low, high }: Pick<Quantity, 'low' | 'high'>): string =>
  isLess(low, high) ? `${decimalText(low)}..${decimalText(high)}` : decimalText(low);
