import { labelsOf } from '../../platform/described-enum.js';
import { foldedWord } from '../../platform/import/written/folded.js';
import { Unit } from '../figure/unit.js';

/** What people write for a unit beside its labels. */
const others: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  YUAN: ['圆', 'rmb', 'cny', '人民币', '元人民币', '元(人民币)'],
  PERSON: ['名', '位', '个人'],
  PERSON_TIME: ['人次数'],
  PERSON_OR_PERSON_TIME: ['人(次)'],
  VILLAGE: ['行政村', '个行政村'],
  FIRM: ['个企业', '户企业'],
  PERCENT: ['percent', '百分比'],
  PERCENT_PER_YEAR: ['%每年'],
  EVENT: ['场次', '场活动'],
  GROUP: ['批次'],
  KILOMETRE: ['km'],
  SQUARE_METRE: ['m2', '平米'],
  SQUARE_KILOMETRE: ['km2', '平方千米'],
  DAY_PER_YEAR: ['天每年'],
};

const labels = labelsOf(Unit);

let words: ReadonlyMap<string, Unit> | undefined;

/** The unit that a word names: 元, 人次, 个村, yuan; undefined for others. */
export function unitOf(word: string): Unit | undefined {
  words ??= new Map(
    (Object.keys(labels) as Unit[]).flatMap((unit) => {
      const { en, one = en, zh, measure = '' } = labels[unit];
      return [unit, en, one, zh, measure + zh, ...(others[unit] ?? [])].map(
        (each) => [foldedWord(each), unit] as const,
      );
    }),
  );
  return words.get(foldedWord(word));
}

/** Whether a word is the measure word of a unit: 个 of 村. */
export const isMeasureOf = (word: string, unit: Unit): boolean => labels[unit].measure === word;

/** Whether a word is the measure word of some unit, so that it does not say of which. */
export const isMeasure = (word: string): boolean => Object.values(labels).some(({ measure }) => measure === word);
