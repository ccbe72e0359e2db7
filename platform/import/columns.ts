import { found } from './problem.js';

/** The value of a cell, or what was found and expected. */
export type Parsed<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'problem'; readonly found: string; readonly expected: string };

/** A reference in a cell to a row of a table. */
export interface CellReference {
  readonly id: string;
  /** The files whose ids it may be. */
  readonly files: readonly string[];
}

/** How the cells of a column are read. */
export interface Column<Value> {
  /** What a cell may hold, for messages and documentation. */
  readonly expected: string;
  parse(text: string): Parsed<Value>;
  /** The references that a value makes to other rows. */
  references?(value: Value): readonly CellReference[];
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

/** Any text but none. */
export const text: Column<string> = {
  expected: 'a text',
  parse: (cell) => (cell === '' ? problem(cell, 'a text') : value(cell)),
};

/** A column that may be left empty: null. */
export function optional<Value>(column: Column<Value>): Column<Value | null> {
  return {
    expected: `${column.expected}, or nothing`,
    parse: (cell) => (cell === '' ? value(null) : column.parse(cell)),
    references: (given) => (given === null ? [] : (column.references?.(given) ?? [])),
  };
}

/** A whole number from 0. */
export const integer: Column<number> = {
  expected: 'a whole number',
  parse: (cell) => (/^\d{1,9}$/.test(cell) ? value(Number(cell)) : problem(cell, 'a whole number')),
};

/** `true` or `false`. */
export const boolean: Column<boolean> = {
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
    parse: (cell) => (Object.hasOwn(values, cell) ? value(values[cell] as Enum[keyof Enum]) : problem(cell, expected)),
  };
}

/** An id of its own: letters, digits, dot, hyphen and underscore. */
export const id: Column<string> = {
  expected: 'an id of letters, digits, ".", "-", "_" and "@"',
  parse(cell) {
    return /^[\w.@-]{1,100}$/.test(cell) ? value(cell) : problem(cell, this.expected);
  },
};

/** The id of a row of one of the tables. */
export function reference(...files: readonly string[]): Column<string> {
  return { ...id, expected: `an id of ${files.join(' or ')}`, references: (given) => [{ id: given, files }] };
}

/** Any number of values, separated by semicolons. */
export function list<Value>(column: Column<Value>): Column<readonly Value[]> {
  return {
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
    references: (values) => values.flatMap((each) => column.references?.(each) ?? []),
  };
}

/** A list with at least one value. */
export function someOf<Value>(column: Column<Value>): Column<readonly Value[]> {
  const several = list(column);
  return { ...several, parse: (cell) => (cell === '' ? problem(cell, column.expected) : several.parse(cell)) };
}
