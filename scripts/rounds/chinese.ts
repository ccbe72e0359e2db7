import { readBeside, type Row } from './facts.js';

/** The columns in English that have one in Chinese beside them. */
const translated: readonly string[] = ['note', 'purpose'];

const inChinese = new Map(readBeside('chinese').map(({ text = '', textZh = '' }) => [text, textZh]));

/** A table with what it says in English in Chinese too. */
export const inBothLanguages = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([column, text]) =>
        translated.includes(column)
          ? [
              [column, text],
              [`${column}Zh`, text === '' ? '' : chineseOf(text)],
            ]
          : [[column, text]],
      ),
    ),
  );

function chineseOf(text: string): string {
  const found = inChinese.get(text);
  if (found === undefined) {
    throw new Error(`chinese.csv does not have “${text}”.`);
  }
  return found;
}
