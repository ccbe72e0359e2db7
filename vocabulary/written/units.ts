import { enumDocumentation, labelsOf } from '../../platform/described-enum.js';
import { foldedWord } from '../../platform/import/written/folded.js';
import { Unit } from '../figure/unit.js';

const labels = labelsOf(Unit);
const further = enumDocumentation(Unit)?.also ?? {};

let words: ReadonlyMap<string, Unit> | undefined;

/** The unit that a word names: 元, 人次, 个村, yuan; undefined for others. */
export function unitOf(word: string): Unit | undefined {
  words ??= new Map(
    (Object.keys(labels) as Unit[]).flatMap((unit) => {
      const { en, one = en, zh, measure = '' } = labels[unit];
      return [unit, en, one, zh, measure + zh, ...(further[unit] ?? [])].map(
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
