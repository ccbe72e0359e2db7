import { CsvError, parse } from 'csv-parse/sync';

import { decode, saveAsUtf8 } from './encoding.js';
import { say, type Message } from './message.js';
import type { Problem } from './problem.js';
import type { Sheet } from './sheet.js';

/** Reads a CSV file: RFC 4180, with commas, or with tabs or what a first line such as `sep=;` names. */
export function readCsv(file: string, bytes: Uint8Array): Sheet | Problem {
  const problem = (line: number | null, found: Message, expected: Message): Problem => ({
    file,
    line,
    column: null,
    found,
    expected,
  });
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') {
    return problem(decoded.line, decoded.found, decoded.expected);
  }
  const { readAs } = decoded;
  const [sepLine = '', separator = ''] = /^"?sep=([^\r\n]|\\t)"?[,;\s]*?(?:\r?\n|\r|$)/i.exec(decoded.text) ?? [];
  const text = decoded.text.slice(sepLine.length);
  if (text.includes('\0')) {
    const line = text.slice(0, text.indexOf('\0')).split('\n').length;
    return problem(line, say('a zero byte', '零字节'), say('UTF-8 text', 'UTF-8 文本'));
  }
  if (text.trim() === '') {
    return problem(null, say('an empty file', '空文件'), say('a line with the names of the columns', '一行列名'));
  }
  const delimiter = separator === '' ? delimiterOf(text) : separator.replace('\\t', '\t');
  if (hasTooManyCells(text, delimiter)) {
    return problem(
      null,
      say(`more than ${mostCells} cells`, `超过 ${mostCells} 个单元格`),
      say('a smaller file: split it into several data sets', '小一些的文件：分成几个数据集'),
    );
  }
  const notes = [
    ...(readAs === null
      ? []
      : [problem(null, say(`${readAs}, which was read as such`, `${readAs} 编码，已按此读取`), saveAsUtf8)]),
    ...(sepLine === ''
      ? []
      : [
          problem(
            null,
            say(
              `the line ${JSON.stringify(sepLine.trim())} of Excel, which is passed over`,
              `Excel 的 ${JSON.stringify(sepLine.trim())} 一行，已略过`,
            ),
            say('the header in the first line', '第一行就是表头'),
          ),
        ]),
  ];
  try {
    const records = parse(text, {
      delimiter,
      relaxColumnCount: true,
      bom: true,
    });
    return { rows: records.map((cells, place) => ({ line: place + 1, cells })), notes };
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as CsvError & { lines?: number };
      return problem(
        lines ?? null,
        wordsOf(error.code),
        say('CSV with commas and double quotes', '用逗号分隔、用双引号括起的 CSV'),
      );
    }
    throw error;
  }
}

/** The most cells that a file may have: they are all in memory. */
const mostCells = 8_000_000;

const lineFeed = 10;
const carriageReturn = 13;

function hasTooManyCells(text: string, delimiter: string): boolean {
  const separator = delimiter.charCodeAt(0);
  let count = 0;
  for (let place = 0; place < text.length && count <= mostCells; place += 1) {
    const character = text.charCodeAt(place);
    count += character === lineFeed || character === carriageReturn || character === separator ? 1 : 0;
  }
  return count > mostCells;
}

/** Tabs where the first line has them and no commas: no name has one in it. */
function delimiterOf(text: string): string {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1);
  return first.includes('\t') && !first.includes(',') ? '\t' : ',';
}

/** Our words for what the parser found. */
function wordsOf(code: string): Message {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return say('a double quote that no other one closes', '双引号没有成对');
    case 'CSV_INVALID_CLOSING_QUOTE':
      return say('more text after the double quote that closes a cell', '单元格的双引号之后还有文字');
    case 'INVALID_OPENING_QUOTE':
      return say('a double quote in a cell that does not begin with one', '双引号在单元格中间');
    default:
      return say(`what is no CSV (${code})`, `不是 CSV（${code}）`);
  }
}
