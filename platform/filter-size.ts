import { badUserInput } from './errors.js';

/** Conditions that one filter may have: SQLite nests each by a level or more, and refuses 1,000. */
const maxConditions = 500;

/** Levels of `and`, `or` and `not`. */
const maxLevels = 40;

/** Values of all lists of a filter: each is a parameter of the statement. */
const maxValues = 10_000;

/** Characters of a text that others must contain or begin with: SQLite takes patterns of up to 50,000 bytes. */
const maxPattern = 1_000;

/** Refuses a filter that is too large for a statement. Throws BAD_USER_INPUT. */
export function checkFilterSize(filter: object, path: string): void {
  const size = { conditions: 0, values: 0 };
  measure(filter, path, 0, size);
  if (size.conditions > maxConditions) {
    throw badUserInput(
      path,
      `at most ${shown(maxConditions)} conditions, with those in and, or and not`,
      size.conditions,
    );
  }
  if (size.values > maxValues) {
    throw badUserInput(path, `at most ${shown(maxValues)} values in its lists`, size.values);
  }
}

/** The text that others must contain or begin with. Throws BAD_USER_INPUT for one that is too long. */
export function checkedPattern(path: string, value: string | number): string {
  const text = String(value);
  if (text.length > maxPattern) {
    throw badUserInput(path, `a text of at most ${shown(maxPattern)} characters`, text);
  }
  return text;
}

function measure(filter: object, path: string, level: number, size: { conditions: number; values: number }): void {
  if (level > maxLevels) {
    throw badUserInput(path, `at most ${maxLevels} levels of and, or and not`, 'more');
  }
  // An empty filter is a condition too: it always holds.
  size.conditions += Object.keys(filter).length === 0 ? 1 : 0;
  for (const [key, value] of Object.entries(filter) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (key === 'and' || key === 'or') {
      for (const part of value as (object | null)[]) {
        measure(part ?? {}, path, level + 1, size);
      }
    } else if (key === 'not') {
      measure(value, path, level + 1, size);
    } else {
      for (const operand of Object.values(value)) {
        size.conditions += 1;
        size.values += Array.isArray(operand) ? operand.length : 0;
      }
    }
  }
}

const shown = (count: number): string => count.toLocaleString('en');
