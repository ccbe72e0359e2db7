import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LabelLanguage } from '../enum-label.js';
import { isWorkbook } from './folder-entries.js';
import { say } from './message.js';
import { tableNamed } from './read-folder.js';
import { SaidError } from './said-error.js';
import type { CsvTable } from './table.js';
import { columnName, tableName } from './table-names.js';
import { regionChoices } from './workbook/region-choices.js';
import { workbookTemplate } from './workbook/template.js';

/** Writes tables without rows: into a workbook, or into a folder, each as a file. Refuses to overwrite a file. */
export async function writeTemplate(path: string, tables: readonly CsvTable[], language: LabelLanguage): Promise<void> {
  const isBook = isWorkbook(path);
  const taken = (isBook ? [path] : tables.map(({ file }) => join(path, file))).filter((file) => existsSync(file));
  if (taken.length > 0) {
    const files = taken.join('\n');
    throw new SaidError(
      say(`Nothing was written: these files are there already.\n${files}`, `没有写入：这些文件已经存在。\n${files}`),
    );
  }
  if (isBook) {
    writeFileSync(path, await workbookTemplate(tables, regionChoices(), language));
    return;
  }
  mkdirSync(path, { recursive: true });
  for (const table of tables) {
    // Spreadsheet programs take a file for UTF-8 by the byte order mark.
    const mark = language === 'ZH' ? '\uFEFF' : '';
    const names = Object.keys(table.columns).map((column) => columnName(table, column, language));
    writeFileSync(join(path, table.file), `${mark}${names.join(',')}\n`);
  }
}

/** The tables of some names, English or Chinese, with the one that names the data set; all without names. Throws `UserError`. */
export function chosenTables(names: string | undefined, known: readonly CsvTable[]): readonly CsvTable[] {
  if (names === undefined) {
    return known;
  }
  const chosen = names
    .split(/[,，、;；]/)
    .map((name) => name.trim().replace(/\.csv$/i, ''))
    .filter((name) => name !== '')
    .map((name) => {
      const table = tableNamed(name, known);
      if (!table) {
        const all = known.map(({ file }) => file.replace('.csv', ''));
        const named = JSON.stringify(name);
        throw new SaidError(
          say(
            `There is no table ${named}. Tables are ${all.join(', ')}.`,
            `没有表 ${named}。可用的表：${known.map((each) => tableName(each, 'ZH')).join('、')}。`,
          ),
        );
      }
      return table;
    });
  return known.filter((table, place) => place === 0 || chosen.includes(table));
}
