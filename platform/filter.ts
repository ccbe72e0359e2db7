import { sql, type SqlBool } from 'kysely';

import { badUserInput } from './errors.js';
import { checkedPattern, checkFilterSize } from './filter-size.js';
import { eb, type Condition } from './sql.js';

/** Makes a condition of the operators of one field. `path` is the path of the argument, for error messages. */
export type FilterField = (operators: Readonly<Record<string, unknown>>, path: string) => Condition;

/** The fields of a filter. */
export type FilterFields = Readonly<Record<string, FilterField>>;

type Filter = Readonly<Record<string, unknown>>;

/** The conditions of a filter: `field: {operator: value}`, `and`, `or`, `not`. Throws BAD_USER_INPUT. */
export function filterConditions(
  fields: FilterFields,
  filter: object | null | undefined,
  path = 'filter',
): Condition[] {
  if (filter == null) {
    return [];
  }
  checkFilterSize(filter, path);
  return [conjunction(fields, filter as Filter, path)];
}

function conjunction(fields: FilterFields, filter: Filter, path: string): Condition {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return eb.and(
    given.map(([key, value]) => {
      const here = `${path}.${key}`;
      if (value === null) {
        throw badUserInput(here, 'an object with operators (use isNull to ask for a missing value)', null);
      }
      switch (key) {
        case 'and':
        case 'or': {
          const parts = (value as Filter[]).map((part, index) => conjunction(fields, part, `${here}[${index}]`));
          if (parts.length === 0) {
            throw badUserInput(here, 'at least one filter', []);
          }
          return eb[key](parts);
        }
        case 'not':
          return negation(conjunction(fields, value as Filter, here));
        default:
          return fieldCondition(fields, key, value as Filter, here);
      }
    }),
  );
}

function fieldCondition(fields: FilterFields, key: string, operators: Filter, path: string): Condition {
  const field = fields[key];
  if (!field) {
    throw new TypeError(`The filter fields have no condition for ${key}, a field of the input type.`);
  }
  const given = Object.fromEntries(Object.entries(operators).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) {
    throw badUserInput(path, 'at least one operator', operators);
  }
  for (const [operator, value] of Object.entries(given)) {
    if (value === null) {
      throw badUserInput(`${path}.${operator}`, 'a value (use isNull to ask for a missing value)', null);
    }
    if (Array.isArray(value) && value.length === 0) {
      throw badUserInput(`${path}.${operator}`, 'a list with at least one value', value);
    }
  }
  if (given['isNull'] === true && Object.keys(given).length > 1) {
    throw badUserInput(path, 'isNull: true to stand alone', given);
  }
  return field(given, path);
}

/** Checks a value and converts it to that of a column. `path` is for error messages. */
export type ToColumn = (path: string, value: unknown) => string | number;

/** A field that is one column. */
export function column(name: string, toColumn: ToColumn = (_path, value) => value as string): FilterField {
  return interval(name, name, toColumn);
}

/**
 * A field that is an interval with its ends in two columns, an open end being null. `gt` compares the lower end, `lt`
 * the upper end, `eq` both.
 */
export function interval(low: string, high: string, toColumn: ToColumn): FilterField {
  return (operators, path) => {
    const one = (operator: string): string | number => toColumn(`${path}.${operator}`, operators[operator]);
    const pattern = (operator: string): string => escapeLike(checkedPattern(`${path}.${operator}`, one(operator)));
    const several = (operator: string): (string | number)[] =>
      (operators[operator] as unknown[]).map((each) => toColumn(`${path}.${operator}`, each));
    // An interval equals a number where it is no wider than that.
    const among = (operator: string): Condition =>
      low === high
        ? eb(low, 'in', several(operator))
        : eb.and([eb(low, 'in', several(operator)), eb(high, '=', eb.ref(low))]);
    const both = (condition: (column: string) => Condition): Condition =>
      low === high ? condition(low) : eb.and([condition(low), condition(high)]);
    const conditions: Record<string, (operator: string) => Condition> = {
      eq: (operator) => both((each) => eb(each, '=', one(operator))),
      ne: (operator) => negation(both((each) => eb(each, '=', one(operator)))),
      in: among,
      notIn: (operator) => negation(among(operator)),
      lt: (operator) => eb(high, '<', one(operator)),
      lte: (operator) => eb(high, '<=', one(operator)),
      gt: (operator) => eb(low, '>', one(operator)),
      gte: (operator) => eb(low, '>=', one(operator)),
      contains: (operator) => like(low, `%${pattern(operator)}%`),
      startsWith: (operator) => like(low, `${pattern(operator)}%`),
      isNull: (operator) => both((each) => eb(each, operators[operator] === true ? 'is' : 'is not', null)),
    };
    refuseEmptyRange(operators, path, one);
    return eb.and(
      Object.keys(operators).map((operator) => {
        const condition = conditions[operator];
        if (!condition) {
          throw new TypeError(`There is no condition for the operator ${operator}.`);
        }
        return condition(operator);
      }),
    );
  };
}

/** Also holds where the condition is null because a value is missing. */
function negation(condition: Condition): Condition {
  return eb.not(sql<SqlBool>`coalesce(${condition}, false)`);
}

/** Ignores the case of Latin letters on both engines. */
function like(name: string, pattern: string): Condition {
  return sql<SqlBool>`lower(${sql.ref(name)}) like lower(${pattern}) escape '!'`;
}

function escapeLike(value: string): string {
  return value.replace(/[!%_]/g, '!$&');
}

function refuseEmptyRange(
  operators: Readonly<Record<string, unknown>>,
  path: string,
  valueOf: (operator: string) => string | number,
): void {
  const lower = (['gt', 'gte'] as const).filter((operator) => operator in operators);
  const upper = (['lt', 'lte'] as const).filter((operator) => operator in operators);
  for (const from of lower) {
    for (const to of upper) {
      if (valueOf(from) > valueOf(to)) {
        throw badUserInput(path, `${from} to be no more than ${to}`, operators);
      }
    }
  }
}
