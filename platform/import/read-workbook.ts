import type { Files } from './folder-entries.js';
import { say, type Message } from './message.js';
import type { Problem } from './problem.js';
import { Problems } from './problems.js';
import { folderOf, tableNamed, tableTwice, type Folder } from './read-folder.js';
import { readTable } from './read-table.js';
import { isBlank } from './sheet.js';
import { datasetFirst, defaultsIn } from './defaults.js';
import type { Cells, CsvTable, ReadTable } from './table.js';
import { loadFolding } from './written/folded.js';
import { readSheets, type WorkbookSheet } from './workbook/read-sheets.js';
import { Archive, ArchiveProblem } from './workbook/zip.js';

/** Reads a workbook: each sheet as the table of its name. */
export async function readWorkbook(
  files: Files,
  name: string,
  bytes: Uint8Array,
  known: readonly CsvTable[],
): Promise<Folder> {
  await loadFolding();
  const problems = new Problems();
  const read = new Map<string, ReadTable>();
  const at = (sheet: string, what: Message, expected: Message): Problem => ({
    file: sheet === '' ? name : `${name} ${sheet}`,
    line: null,
    column: null,
    found: what,
    expected,
  });
  const passedOver: Problem[] = [];
  const unreadable: ArchiveProblem[] = [];
  for (const { sheet, table } of datasetFirst(
    (await sheetsOf(bytes, unreadable)).map((each) => ({ sheet: each, table: tableNamed(each.name, known) })),
  )) {
    const other = table && read.get(table.file);
    if (!table) {
      if (!sheet.name.startsWith('#') && sheet.rows.some((row) => !isBlank(row))) {
        passedOver.push(at(sheet.name, notATable, tablesText(known)));
      }
    } else if (other) {
      problems.add({ ...at(sheet.name, '', ''), ...tableTwice(other.name) });
    } else {
      read.set(table.file, tableOf(table, name, sheet, defaultsIn(read)));
    }
  }
  problems.addAll(unreadable.map((problem) => at('', problem.found, problem.expected)));
  const folder = folderOf(files, known, read, problems, unreadable.length > 0 ? 'unreadable' : 'readable');
  folder.warnings.addAll(passedOver);
  return folder;
}

const notATable = say('a sheet that is none of the tables, which is passed over', '不是任何一张表的工作表，已略过');

const tablesText = (known: readonly CsvTable[]): Message =>
  say(
    `one of ${known.map(({ file }) => file.replace('.csv', '')).join(', ')}, or # before its name`,
    `以下之一：${known.map(({ file, chinese }) => chinese?.names[0] ?? file.replace('.csv', '')).join('、')}；或在名称前加 #`,
  );

async function sheetsOf(bytes: Uint8Array, unreadable: ArchiveProblem[]): Promise<readonly WorkbookSheet[]> {
  try {
    if (isOldOrLocked(bytes)) {
      throw new ArchiveProblem(
        say('a workbook of an old form, or with a password', '旧格式或加了密码的工作簿'),
        say('a workbook without a password, saved as .xlsx', '不加密码、另存为 .xlsx 的工作簿'),
      );
    }
    return await readSheets(await Archive.open(bytes), (name) => !name.startsWith('#'));
  } catch (error) {
    if (error instanceof ArchiveProblem) {
      unreadable.push(error);
      return [];
    }
    throw error;
  }
}

/** Compound files: .xls, and encrypted .xlsx. */
const isOldOrLocked = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, place) => bytes[place] === byte);

function tableOf(
  table: CsvTable,
  name: string,
  { name: sheetName, rows, faults }: WorkbookSheet,
  defaults: Cells,
): ReadTable {
  return readTable(table, `${name} ${sheetName}`, { rows, isPadded: true, faults, notes: [] }, defaults);
}
