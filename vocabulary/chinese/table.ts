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

function chineseWords(file: string, columns: readonly string[]): ChineseWords {
  const words = columns.map((column) => {
    const [names = '', description] = ownColumnWords[file]?.[column] ?? columnWords[column] ?? [];
    const example = columnExamples[column];
    return [column, { names: names.split(' ').filter((name) => name !== ''), description, example }] as const;
  });
  return { ...(tableWords[file] ?? { names: [], description: '' }), columns: Object.fromEntries(words) };
}
