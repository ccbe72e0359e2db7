import type { LabelLanguage } from '../enum-label.js';
import type { CsvTable } from './table.js';

/** What a table is called, as a sheet or in a text. */
export const tableName = ({ file, chinese }: CsvTable, language: LabelLanguage): string =>
  (language === 'ZH' ? chinese?.names[0] : undefined) ?? file.replace('.csv', '');

/** What a column is called. */
export const columnName = ({ chinese }: CsvTable, column: string, language: LabelLanguage): string =>
  (language === 'ZH' ? chinese?.columns[column]?.names[0] : undefined) ?? column;

/** What a column's name does not say. */
export const columnDescription = ({ columns, chinese }: CsvTable, column: string, language: LabelLanguage): string =>
  (language === 'ZH' ? chinese?.columns[column]?.description : columns[column]?.description) ?? '';
