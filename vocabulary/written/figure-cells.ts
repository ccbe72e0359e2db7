import { oneOf, type Column } from '../../platform/import/columns.js';
import { cellText } from '../../platform/import/problem.js';
import { say, inChinese, inEnglish } from '../../platform/import/message.js';
import type { Cells, RowProblem, WrittenCells } from '../../platform/import/table.js';
import { plainForms } from '../../platform/import/written/folded.js';
import { shifted } from '../../platform/import/written/numeral.js';
import { Bound } from '../figure/figure.js';
import type { Unit } from '../figure/unit.js';
import { plainNumber, powerOf, readQuantity, type Quantity } from './quantity.js';
import { isMeasureOf, unitOf } from './units.js';

/** The columns of a figure in a table. */
export interface FigureColumns {
  readonly value: string;
  readonly unit: string;
  readonly bound?: string;
  readonly asPrinted?: string;
  /** The units that it can have; all of them without it. */
  readonly units?: readonly Unit[];
}

const plain = /^-?\d+(\.\d\d?)?(\.\.-?\d+(\.\d\d?)?)?$/;
const bounds: Column<Bound> = oneOf(Bound);

/** The unit of a cell or a header in brackets, and how many of it one is: 万元 is ten thousand yuan. */
interface CountedUnit {
  readonly unit: Unit;
  readonly power: number;
}

/** The cells of a row with its figure in plain form: 约2500万元 is 25000000, YUAN, ABOUT, and is kept as printed. */
export function figureCells(cells: Cells, notes: Cells, columns: FigureColumns): WrittenCells {
  const cellOf = (column: string): string => cells[column] ?? '';
  const written = cellOf(columns.value);
  const note = unitNote(notes[columns.value] ?? '');
  const unitText = cellOf(columns.unit) || note;
  if (written === '') {
    return { cells, problems: [] };
  }
  const problemAt = (column: string, found: RowProblem['found'], expected: RowProblem['expected']): WrittenCells => ({
    cells,
    problems: [{ column, found, expected }],
  });
  const counted = countedUnit(unitText);
  if (unitText !== '' && counted === null) {
    // Of the cell, the column tells what it may hold.
    return cells[columns.unit]
      ? { cells, problems: [] }
      : problemAt(columns.value, say(`a column of ${JSON.stringify(unitText)}`, `表头括号里的“${unitText}”`), unitHint);
  }
  const noted = countedUnit(note);
  if (counted && noted && (counted.unit !== noted.unit || counted.power !== noted.power)) {
    return problemAt(
      columns.unit,
      say(
        `${JSON.stringify(unitText)}, while the header of the value says ${JSON.stringify(note)}`,
        `${JSON.stringify(unitText)}，而数值的表头写的是 ${JSON.stringify(note)}`,
      ),
      say('one unit alone', '只有一个单位'),
    );
  }
  const quantity = readQuantity(written);
  if (quantity.kind === 'problem') {
    const cell = cellText(written);
    const { which } = quantity;
    const found = which === null ? cell : say(inEnglish(cell) + inEnglish(which), inChinese(cell) + inChinese(which));
    return problemAt(columns.value, found, quantity.expected);
  }
  const problem = unitProblem(written, quantity, counted, columns) ?? boundProblem(cells, quantity, columns);
  if (problem) {
    return { cells, problems: [problem] };
  }
  const power = quantity.unit === null ? (counted?.power ?? 0) : 0;
  const numbers = { low: shifted(quantity.low, power), high: shifted(quantity.high, power) };
  const only = columns.units?.length === 1 && /[万亿]/.test(plainForms(written)) ? columns.units[0] : undefined;
  const unit = quantity.unit ?? counted?.unit ?? only;
  const isPlain = plain.test(written) && power === 0;
  return {
    cells: {
      ...cells,
      [columns.value]: isPlain ? written : plainNumber(numbers),
      ...(unit === undefined ? {} : { [columns.unit]: unit }),
      ...(columns.bound === undefined ? {} : { [columns.bound]: cellOf(columns.bound) || (quantity.bound ?? 'EXACT') }),
      ...(isPlain || columns.asPrinted === undefined
        ? {}
        : { [columns.asPrinted]: cellOf(columns.asPrinted) || written + (power === 0 ? '' : unitText) }),
    },
    problems: [],
  };
}

/** A unit in the brackets of a header: 万元 of 金额（单位：万元）. */
const unitNote = (note: string): string => plainForms(note).replace(/^单位:?/, '');

function countedUnit(text: string): CountedUnit | null {
  const whole = unitOf(text);
  if (whole !== undefined) {
    return { unit: whole, power: 0 };
  }
  const [, scale = '', rest = ''] = /^([十百千万亿萬億]+)(.+)$/.exec(plainForms(text)) ?? [];
  const unit = unitOf(rest);
  return unit === undefined ? null : { unit, power: Array.from(scale).reduce((sum, each) => sum + powerOf(each), 0) };
}

const unitHint = say('a unit such as 元 or 万元 in the brackets', '括号里写单位，如 元、万元');

function unitProblem(
  written: string,
  { unit, measure }: Quantity,
  counted: CountedUnit | null,
  { value, unit: column }: FigureColumns,
): RowProblem | null {
  const cell = JSON.stringify(written);
  if (unit !== null && counted !== null && unit !== counted.unit) {
    return {
      column,
      found: say(`${counted.unit}, while the value is ${cell}`, `${counted.unit}，而数值是 ${cell}`),
      expected: say(`${unit} or nothing, or the number alone in the value`, `${unit} 或留空，或数值只写数字`),
    };
  }
  if (measure !== null && (counted === null || !isMeasureOf(measure, counted.unit))) {
    return {
      column: value,
      found: say(`${cell}, which does not say of what`, `${cell}，没有写明是什么`),
      expected: say('what is counted, such as 18个村, or the number alone', '写明计数的对象，如 18个村，或只写数字'),
    };
  }
  if (unit === null && counted !== null && counted.power > 0 && /[百千万亿萬億]/.test(plainForms(written))) {
    return {
      column: value,
      found: say(`${cell} in a unit of ten to the power ${counted.power}`, `${cell}，而单位本身已含数量级`),
      expected: say('the number without 万 or 亿, or the unit without it', '数值或单位只有一处写“万”“亿”'),
    };
  }
  return null;
}

function boundProblem(cells: Cells, { bound }: Quantity, { bound: column }: FigureColumns): RowProblem | null {
  if (bound === null || bound === 'RANGE' || (column !== undefined && cells[column] === '')) {
    return null;
  }
  const given = bounds.parse(column === undefined ? 'EXACT' : (cells[column] ?? bound));
  return given.kind === 'problem' || given.value === bound
    ? null
    : {
        column: column ?? null,
        found: say(
          `${given.value}, while the words of the value say ${bound}`,
          `${given.value}，而数值的文字表示 ${bound}`,
        ),
        expected: say(`${bound} or nothing`, `${bound} 或留空`),
      };
}
