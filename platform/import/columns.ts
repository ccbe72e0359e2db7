import { found } from './problem.js';

/** The value of a cell, or its problem. */
export type Parsed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly found: string; readonly expected: string };

/** Gives the id of the row of one of the files that a text refers to. */
export type Find = (text: string, files: readonly string[]) => string;

/** A column of a CSV table: how its cells are read. */
export interface Column<Value> {
  /** What a cell may hold, for messages and documentation. */
  readonly expected: string;
  /** Its meaning, where the name does not say it. */
  readonly description?: string;
  /** The enumeration that its values are of. */
  readonly enumeration?: object;
  /** What its values are, where they are no texts. */
  readonly type?: 'integer' | 'boolean';
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
export const problem = (text: string, expected: string): Parsed<never> => ({
  kind: 'problem',
  found: found(text),
  expected,
});

/** A column with a description. */
export function described<Value>(description: string, column: Column<Value>): Column<Value> {
  return { ...column, description };
}

/** A text that is not empty. */
export const text: Column<string> = {
  expected: 'a text',
  parse: (cell) => (cell === '' ? problem(cell, 'a text') : value(cell)),
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

/** A whole number from 0, of nine digits at most. */
export const integer: Column<number> = {
  type: 'integer',
  expected: 'a whole number',
  parse: (cell) => (/^\d{1,9}$/.test(cell) ? value(Number(cell)) : problem(cell, 'a whole number')),
};

/** `true` or `false`. */
export const boolean: Column<boolean> = {
  type: 'boolean',
  expected: 'true or false',
  parse(cell) {
    return cell === 'true' || cell === 'false' ? value(cell === 'true') : problem(cell, this.expected);
  },
};

/** One of the values of an enumeration. */
export function oneOf<Enum extends Readonly<Record<string, string>>>(values: Enum): Column<Enum[keyof Enum]> {
  const expected = `one of ${Object.keys(values).join(', ')}`;
  return {
    expected,
    enumeration: values,
    parse: (cell) => (Object.hasOwn(values, cell) ? value(values[cell] as Enum[keyof Enum]) : problem(cell, expected)),
  };
}

/** The id of a row: letters, digits, dot, hyphen, underscore and at sign. */
export const id: Column<string> = {
  expected: 'an id of letters, digits, ".", "-", "_" and "@"',
  parse(cell) {
    return /^[\w.@-]{1,100}$/.test(cell) ? value(cell) : problem(cell, this.expected);
  },
};

/** A reference to a row of one of the files: by its id, or in a table that has `names`, by its code or name. */
export function reference(...files: readonly string[]): Column<string> {
  const expected = files.map((file) => `an id of ${file}`).join(' or ');
  return {
    expected,
    refersTo: files,
    parse: (cell) => (cell === '' ? problem(cell, expected) : value(cell)),
    resolve: (given, find) => find(given, files),
  };
}

/** Any number of values, separated by semicolons. */
export function list<Value>(column: Column<Value>): Column<readonly Value[]> {
  return {
    ...column,
    expected: `${column.expected}; several are separated by ";"`,
    parse: (cell) => {
      const values: Value[] = [];
      for (const part of cell === '' ? [] : cell.split(';')) {
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
