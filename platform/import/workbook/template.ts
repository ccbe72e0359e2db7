import { writeXlsx } from 'hucre/xlsx';

import { enumDocumentation } from '../../described-enum.js';
import type { LabelLanguage } from '../../enum-label.js';
import { mayBeEmpty, type Column } from '../columns.js';
import { inLanguage, say } from '../message.js';
import { columnDescription, columnName, tableName } from '../table-names.js';
import type { CsvTable } from '../table.js';

/** A region to choose from: what is written in a cell, and its code. */
export interface RegionChoice {
  readonly path: string;
  readonly code: string;
}

/** How many rows have lists to choose from. */
const rowsWithLists = 2000;

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];
type Sheet = Sheets[number];

/**
 * A workbook with a sheet for each table: names of columns, a line of help, an example, and lists for enumerations and
 * regions. Lines and sheets that begin with # are no data.
 */
export async function workbookTemplate(
  tables: readonly CsvTable[],
  regions: readonly RegionChoice[],
  language: LabelLanguage,
): Promise<Uint8Array> {
  const lists = new Map<string, readonly string[]>();
  const sheets = tables.map((table) => sheetOf(table, lists, language));
  const text = (en: string, zh: string): string => inLanguage(say(en, zh), language);
  const choices: Sheet[] = [
    {
      name: regionSheet(language),
      rows: [[text('region', '地区名称'), text('code', '代码')], ...regions.map(({ path, code }) => [path, code])],
      columns: [{ width: 50 }, { width: 12 }],
      freezePane: { rows: 1 },
    },
    {
      name: listSheet(language),
      rows: rowsOf([...lists.values()], [...lists.keys()]),
      freezePane: { rows: 1 },
    },
  ];
  return writeXlsx({ sheets: [...sheets, ...choices] });
}

const regionSheet = (language: LabelLanguage): string => inLanguage(say('# regions', '# 可选地区'), language);
const listSheet = (language: LabelLanguage): string => inLanguage(say('# lists', '# 可选值'), language);

function sheetOf(table: CsvTable, lists: Map<string, readonly string[]>, language: LabelLanguage): Sheet {
  const columns = Object.entries(table.columns);
  const names = columns.map(([name]) => columnName(table, name, language));
  const help = columns.map(([name, column]) => helpOf(table, name, column, language));
  const example = columns.map(([name, column]) => exampleOf(table, name, column, language));
  const remark = inLanguage(say('# example', '# 例'), language);
  return {
    name: tableName(table, language),
    rows: [names, help.with(0, `# ${help[0] ?? ''}`), example.with(0, remark)],
    columns: names.map((name, place) => ({
      width: Math.min(40, Math.max(12, name.length * 2, (example[place] ?? '').length * 2)),
    })),
    cells: new Map(
      names.map((name, place) => [`0,${place}`, { value: name, type: 'string', style: { font: { bold: true } } }]),
    ),
    freezePane: { rows: 1, columns: 1 },
    dataValidations: columns.flatMap(([name, column], place) => {
      const formula = listFormula(name, column, lists, language);
      const letter = letterOf(place);
      return formula === null
        ? []
        : [
            {
              type: 'list' as const,
              formula1: formula,
              allowBlank: true,
              // A list proposes: several values, and other words for them, are accepted too.
              showErrorMessage: false,
              range: `${letter}4:${letter}${rowsWithLists}`,
            },
          ];
    }),
  };
}

function helpOf(table: CsvTable, name: string, column: Column<unknown>, language: LabelLanguage): string {
  const description = columnDescription(table, name, language);
  const isList = column.enumeration !== undefined;
  const form = isList ? '' : inLanguage(column.expected, language);
  const need = inLanguage(mayBeEmpty(column) ? say('may be empty', '可空') : say('required', '必填'), language);
  return [description, form, need].filter((part) => part !== '').join(language === 'ZH' ? '；' : '; ');
}

function exampleOf(table: CsvTable, name: string, column: Column<unknown>, language: LabelLanguage): string {
  const own = table.chinese?.columns[name]?.example;
  return own ?? labelsOf(column, language)[0] ?? '';
}

/** The words for the values of an enumeration that one cell may hold. */
function labelsOf({ enumeration, words }: Column<unknown>, language: LabelLanguage): readonly string[] {
  const labels = enumDocumentation(words ?? enumeration ?? {})?.labels ?? {};
  return Object.keys(enumeration ?? {}).map((value) => (language === 'ZH' ? (labels[value]?.zh ?? value) : value));
}

/** The cells that a column's list is in; null for a column without one. */
function listFormula(
  name: string,
  column: Column<unknown>,
  lists: Map<string, readonly string[]>,
  language: LabelLanguage,
): string | null {
  if (column.refersTo?.includes('regions.csv') === true) {
    return `'${regionSheet(language)}'!$A$2:$A$5000`;
  }
  const values = labelsOf(column, language);
  if (values.length === 0) {
    return null;
  }
  const key = `${name}: ${values.join(' ')}`;
  lists.set(key, values);
  const letter = letterOf([...lists.keys()].indexOf(key));
  return `'${listSheet(language)}'!$${letter}$2:$${letter}$${values.length + 1}`;
}

function letterOf(place: number): string {
  const rest = place % 26;
  const letter = String.fromCharCode(65 + rest);
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}

/** Lists as columns, below their names. */
function rowsOf(lists: readonly (readonly string[])[], names: readonly string[]): string[][] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return [
    names.map((name) => name.split(':', 1)[0] ?? ''),
    ...Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? '')),
  ];
}
