import type { Column } from '../../platform/import/columns.js';
import { csvTable as platformTable, type ChineseWords, type CsvTable } from '../../platform/import/table.js';
import { columnWords, ownColumnWords } from './column-words.js';
import { columnExamples } from './examples.js';
import { tableWords } from './table-words.js';

/** Defines a CSV table that has its words in Chinese. */
export function csvTable<const Of extends Readonly<Record<string, Column<unknown>>>>(
  table: CsvTable<Of>,
): CsvTable<Of> {
  return platformTable({ ...table, chinese: chineseWords(table.file, Object.keys(table.columns)) });
}

/** The first Chinese name of a column; its own name where it has none. */
export const columnNameZh = (file: string, column: string): string => namesOf(file, column)[0].split(' ')[0] ?? column;

const namesOf = (file: string, column: string): readonly [names: string, description?: string] =>
  ownColumnWords[file]?.[column] ?? columnWords[column] ?? [''];

function chineseWords(file: string, columns: readonly string[]): ChineseWords {
  const words = columns.map((column) => {
    const [names, description] = namesOf(file, column);
    const example = columnExamples[column];
    return [column, { names: names.split(' ').filter((name) => name !== ''), description, example }] as const;
  });
  return { ...(tableWords[file] ?? { names: [], description: '' }), columns: Object.fromEntries(words) };
}
