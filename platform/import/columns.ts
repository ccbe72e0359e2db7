import { enumDocumentation } from '../described-enum.js';
import { inChinese, inEnglish, say, type Message } from './message.js';
import { cellText } from './problem.js';
import { enumWords } from './words.js';
import { plainForms } from './written/folded.js';
import { decimalText, readNumeral } from './written/numeral.js';

/** The value of a cell, or its problem. */
export type Parsed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly found: Message; readonly expected: Message };

/** Gives the id of the row of one of the files that a text refers to. */
export type Find = (text: string, files: readonly string[]) => string;

/** A column of a CSV table: how its cells are read. */
export interface Column<Value> {
  /** What a cell may hold, for messages and documentation. */
  readonly expected: Message;
  /** Its meaning, where the name does not say it. */
  readonly description?: string;
  /** Whether an import fills it in where a file does not have it. */
  readonly isFilledIn?: boolean;
  /** The enumeration that its values are of. */
  readonly enumeration?: object;
  /** What its values are, where they are no texts. */
  readonly type?: 'integer' | 'boolean';
  /** The enumeration that has the words for its values, where that is another. */
  readonly words?: object;
  /** What separates several values besides semicolons and line breaks, where a value cannot have it in it. */
  readonly separator?: RegExp;
  parse(text: string): Parsed<Value>;
  /** The files of the rows that its values refer to. */
  readonly refersTo?: readonly string[];
  /** The value with each reference replaced by the id of its row. */
  resolve?(value: Value, find: Find): Value;
}

/** The value types of a set of columns. */
export type Values<Columns extends Readonly<Record<string, Column<unknown>>>> = {
  readonly [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never;
};

export const value = <Value>(given: Value): Parsed<Value> => ({ kind: 'value', value: given });
export const problem = (text: string, expected: Message): Parsed<never> => ({
  kind: 'problem',
  found: cellText(text),
  expected,
});

/** A column with a description. */
export function described<Value>(description: string, column: Column<Value>): Column<Value> {
  return { ...column, description };
}

const aText = say('a text', '文字');

/** A column that an import fills in by itself, so that nobody is told that a file does without it. */
export const filledIn = <Value>(description: string, column: Column<Value>): Column<Value> => ({
  ...described(description, column),
  isFilledIn: true,
});

/** A text that is not empty. */
export const text: Column<string> = {
  expected: aText,
  parse: (cell) => (cell === '' ? problem(cell, aText) : value(cell)),
};

/** A column whose cells may be empty, which gives null. */
export function optional<Value>(column: Column<Value>): Column<Value | null> {
  return {
    ...column,
    parse: (cell) => (cell === '' ? value(null) : column.parse(cell)),
    resolve: (given, find) => (given === null ? null : (column.resolve?.(given, find) ?? given)),
  };
}

/** Whether the cells of a column may be empty, and so the whole column may be left out of a file. */
export const mayBeEmpty = (column: Column<unknown>): boolean => column.parse('').kind === 'value';

const wholeNumber = say('a whole number', '整数');

/** A whole number from 0, of nine digits at most; as people write it: 1,234, ３, 十二. */
export const integer: Column<number> = {
  type: 'integer',
  expected: wholeNumber,
  parse(cell) {
    const read = readNumeral(plainForms(cell));
    const digits = read.kind === 'number' ? decimalText(read.value) : '';
    return /^\d{1,9}$/.test(digits) ? value(Number(digits)) : problem(cell, wholeNumber);
  },
};

const yesOrNo = say('true or false', '是或否');
const yes = /^(?:true|yes|是|√)$/i;
const no = /^(?:false|no|否|×)$/i;

/** `true` or `false`, 是 or 否. */
export const boolean: Column<boolean> = {
  type: 'boolean',
  expected: yesOrNo,
  parse: (cell) => (yes.test(cell) || no.test(cell) ? value(yes.test(cell)) : problem(cell, yesOrNo)),
};

/** One of the values of an enumeration, by name or by a word for it; `of` is the one that has the words. */
export function oneOf<Enum extends Readonly<Record<string, string>>>(
  values: Enum,
  of: object = values,
): Column<Enum[keyof Enum]> {
  const names = Object.keys(values);
  const labels = enumDocumentation(of)?.labels ?? {};
  const expected = say(
    `one of ${names.join(', ')}`,
    `以下之一：${names.map((name) => (labels[name] ? `${labels[name].zh}（${name}）` : name)).join('、')}`,
  );
  return {
    expected,
    enumeration: values,
    words: of,
    parse: (cell) => {
      if (Object.hasOwn(values, cell)) {
        return value(values[cell] as Enum[keyof Enum]);
      }
      const [named, ...others] = enumWords(of)(cell);
      if (named === undefined || !Object.hasOwn(values, named)) {
        return problem(cell, expected);
      }
      return others.length === 0
        ? value(values[named] as Enum[keyof Enum])
        : problem(
            cell,
            say(`one of ${[named, ...others].join(', ')}`, `${[named, ...others].join(' 或 ')}，写明是哪一个`),
          );
    },
  };
}

const anyId = /^[\w.@-]{1,100}$/;
const anId = say('an id of letters, digits, ".", "-", "_" and "@"', '编号：字母、数字和 . - _ @');

/** The id of a row: letters, digits, dot, hyphen, underscore and at sign. */
export const id: Column<string> = {
  expected: anId,
  parse(cell) {
    const plain = plainForms(cell);
    return anyId.test(plain) ? value(plain) : problem(cell, anId);
  },
};

/** A reference to a row of one of the files: by its id, or in a table that has `names`, by its code or name. */
export function reference(...files: readonly string[]): Column<string> {
  const expected = say(
    files.map((file) => `an id of ${file}`).join(' or '),
    files.map((file) => `${file} 的编号`).join('或'),
  );
  return {
    expected,
    refersTo: files,
    separator: /[;、\n]/,
    parse: (cell) => {
      const plain = plainForms(cell);
      return cell === '' ? problem(cell, expected) : value(anyId.test(plain) ? plain : cell);
    },
    resolve: (given, find) => find(given, files),
  };
}

/** Any number of values, separated by semicolons; several names also by 、 or line breaks. */
export function list<Value>(column: Column<Value>): Column<readonly Value[]> {
  const { separator = /[;\n]/ } = column;
  return {
    ...column,
    expected: say(
      `${inEnglish(column.expected)}; several are separated by ";"`,
      `${inChinese(column.expected)}；多个用“;”分隔`,
    ),
    parse: (cell) => {
      const values: Value[] = [];
      for (const part of cell === '' ? [] : cell.replaceAll('；', ';').split(separator)) {
        const parsed = column.parse(part.trim());
        if (parsed.kind === 'problem') {
          return parsed;
        }
        values.push(parsed.value);
      }
      return value(values);
    },
    resolve: (values, find) => values.map((each) => column.resolve?.(each, find) ?? each),
  };
}

/** A list with at least one value. */
export function someOf<Value>(column: Column<Value>): Column<readonly Value[]> {
  const several = list(column);
  return { ...several, parse: (cell) => (cell === '' ? problem(cell, column.expected) : several.parse(cell)) };
}
