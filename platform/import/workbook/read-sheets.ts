import { say } from '../message.js';
import type { Problem } from '../problem.js';
import { faultKey, type SheetRow } from '../sheet.js';
import { cellFormat, numberText, type CellFormat } from './cell-format.js';
import { readXml } from './xml.js';
import { ArchiveProblem, type Archive } from './zip.js';

type Fault = Pick<Problem, 'found' | 'expected'>;

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** The rows with something in them. */
  readonly rows: readonly SheetRow[];
  /** Cells that have no value, by `faultKey`. */
  readonly faults: ReadonlyMap<string, Fault>;
}

/** The most cells with something in them that the sheets may have, all together, and the most characters. */
const [mostCells, mostCharacters] = [1_000_000, 64 * 2 ** 20];

/** Reads the sheets of a workbook (Office Open XML) for which `isWanted`. Throws `ArchiveProblem`. */
export async function readSheets(
  archive: Archive,
  isWanted: (name: string) => boolean,
): Promise<readonly WorkbookSheet[]> {
  const { sheets, isFrom1904 } = await readIndex(archive);
  const book: Book = {
    strings: await readStrings(archive),
    formats: await readFormats(archive),
    isFrom1904,
    room: { cells: mostCells },
  };
  const read: WorkbookSheet[] = [];
  for (const { name, file } of sheets.filter((each) => isWanted(each.name))) {
    read.push({ name, ...(await readSheet(archive, file, book)) });
  }
  return read;
}

/** What the cells of all sheets need. */
interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly isFrom1904: boolean;
  /** How many cells may still be read. */
  readonly room: { cells: number };
}

async function readIndex(archive: Archive): Promise<{ sheets: { name: string; file: string }[]; isFrom1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id: id = '', Target: target = '' }) {
      if (name === 'Relationship') {
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      }
    },
  });
  const sheets: { name: string; file: string }[] = [];
  let isFrom1904 = false;
  await readXml(archive, 'xl/workbook.xml', {
    open(tag, attributes) {
      if (tag === 'workbookPr') {
        isFrom1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      }
      if (tag === 'sheet') {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        sheets.push({ name: attributes['name'] ?? '', file: targets.get(id) ?? '' });
      }
    },
  });
  if (sheets.length === 0) {
    throw new ArchiveProblem(
      say('a file without sheets', '没有工作表的文件'),
      say('a workbook: .xlsx', '工作簿：.xlsx'),
    );
  }
  return { sheets, isFrom1904 };
}

async function readStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  const text = textOf('si', (read) => {
    characters += read.length;
    if (characters > mostCharacters) {
      throw tooMany();
    }
    strings.push(read);
  });
  await readXml(archive, 'xl/sharedStrings.xml', text);
  return strings;
}

/** Collects the text of each element of a name, without the readings that stand over Chinese characters. */
function textOf(element: string, use: (text: string) => void): Required<Parameters<typeof readXml>[2]> {
  let [text, isText, isReading] = ['', false, false];
  return {
    open(name) {
      isText = name === 't';
      isReading ||= name === 'rPh';
      text = name === element ? '' : text;
    },
    close(name) {
      isText = false;
      isReading &&= name !== 'rPh';
      if (name === element) {
        use(unescaped(text));
      }
    },
    text(piece) {
      text += isText && !isReading ? piece : '';
    },
  };
}

/** Characters that XML cannot have are written as _x000D_. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

async function readFormats(archive: Archive): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await readXml(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') {
        codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      isInCells ||= name === 'cellXfs';
      if (name === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(cellFormat(id, codes.get(id)));
      }
    },
    close(name) {
      isInCells &&= name !== 'cellXfs';
    },
  });
  return formats;
}

const tooMany = (): ArchiveProblem =>
  new ArchiveProblem(
    say(`more than ${mostCells} cells`, `超过 ${mostCells} 个单元格`),
    say('a smaller workbook: split it into several data sets', '小一些的工作簿：分成几个数据集'),
  );

async function readSheet(archive: Archive, file: string, book: Book): Promise<Omit<WorkbookSheet, 'name'>> {
  const rows: SheetRow[] = [];
  const faults = new Map<string, Fault>();
  let [line, place, cells] = [0, 0, [] as string[]];
  let cell = { type: '', style: 0, reference: '', value: '', hasFormula: false, text: '' };
  let [into, isReading]: ['value' | 'text' | null, boolean] = [null, false];
  const close = (): void => {
    const { value, faulty } = cellText(cell, book);
    if (faulty !== null) {
      faults.set(faultKey(line, place), faulty);
    }
    if (value !== '' && place < mostColumns) {
      book.room.cells -= 1;
      if (book.room.cells < 0) {
        throw tooMany();
      }
      while (cells.length < place) {
        cells.push('');
      }
      cells[place] = value;
    }
    place += 1;
  };
  await readXml(archive, file, {
    open(name, attributes) {
      if (name === 'row') {
        line = attributes['r'] === undefined ? line + 1 : Number(attributes['r']);
        [place, cells] = [0, []];
      } else if (name === 'c') {
        const { r: reference = '', t: type = 'n', s: style = '0' } = attributes;
        place = reference === '' ? place : columnOf(reference);
        cell = { type, style: Number(style), reference, value: '', hasFormula: false, text: '' };
      } else if (name === 'f') {
        cell.hasFormula = true;
      }
      into = name === 'v' ? 'value' : name === 't' && !isReading ? 'text' : null;
      isReading ||= name === 'rPh';
    },
    close(name) {
      into = null;
      isReading &&= name !== 'rPh';
      if (name === 'c') {
        close();
      } else if (name === 'row' && cells.length > 0) {
        rows.push({ line, cells });
      }
    },
    text(piece) {
      if (into !== null) {
        cell[into] += piece;
      }
    },
  });
  return { rows, faults };
}

/** Columns beyond these are not looked at: no table has so many. */
const mostColumns = 500;

/** The place of the column of a cell such as AB12, from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return Array.from(letters).reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(
  cell: {
    readonly type: string;
    readonly style: number;
    readonly reference: string;
    readonly value: string;
    readonly hasFormula: boolean;
    readonly text: string;
  },
  { strings, formats, isFrom1904 }: Book,
): { readonly value: string; readonly faulty: Fault | null } {
  const { type, style, reference, value, hasFormula, text } = cell;
  const of = (given: string): { value: string; faulty: null } => ({ value: given, faulty: null });
  switch (type) {
    case 's':
      return of(strings[Number(value)] ?? '');
    case 'inlineStr':
      return of(unescaped(text));
    case 'str':
      return of(unescaped(value));
    case 'b':
      return of(value === '1' ? 'true' : 'false');
    case 'd':
      return of(value.replace(/T00:00:00.*$/, ''));
    case 'e':
      return {
        value,
        faulty: {
          found: say(`the error ${value} in ${reference}`, `${reference} 是错误值 ${value}`),
          expected: say('a value, or a formula that gives one', '数值，或能算出数值的公式'),
        },
      };
    default:
      return value === '' && hasFormula
        ? {
            value: '=',
            faulty: {
              found: say(`a formula without its value in ${reference}`, `${reference} 的公式没有存下结果`),
              expected: say(
                'the workbook opened and saved once in a spreadsheet program',
                '用电子表格软件打开并保存一次',
              ),
            },
          }
        : of(value === '' ? '' : numberText(value, formats[style] ?? cellFormat(0, undefined), isFrom1904));
  }
}
