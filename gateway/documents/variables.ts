import {
  coerceInputValue,
  getNullableType,
  type GraphQLError,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';

import { codedError, show } from '../../platform/errors.js';
import { isDay } from '../../platform/scalars.js';
import type { CatalogueEntry, QueryVariable } from './catalogue.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * The variables of a named query from the search of its address: `name=value`, a list as repeated names or JSON, an
 * input object as JSON or as `name.field=value`. What is empty is left out, and `_` is no variable. Throws BAD_USER_INPUT, naming the variable and what is expected.
 */
export function readVariables(entry: CatalogueEntry, search: URLSearchParams): Values {
  const declared = new Map(entry.variables.map((variable) => [variable.name, variable]));
  for (const [key, text] of [...search]) {
    // Forms send what was left empty, and programs add `_` to get by their caches.
    if (text === '' || (key === '_' && !declared.has(key))) {
      search.delete(key, text);
    }
  }
  for (const key of search.keys()) {
    const [name = ''] = key.split('.');
    if (!declared.has(name)) {
      const names = [...declared.keys()];
      const expected = names.length === 0 ? 'no variables' : `one of ${names.join(', ')}`;
      throw refusal(name, `Variable "${name}": ${entry.name} has no such variable; expected ${expected}.`);
    }
  }
  return Object.fromEntries(
    entry.variables.flatMap((variable) => {
      const value = readVariable(variable, search);
      return value === undefined ? [] : [[variable.name, value]];
    }),
  );
}

function readVariable({ name, type, isRequired }: QueryVariable, search: URLSearchParams): unknown {
  const texts = search.getAll(name);
  const parts = [...search].filter(([key]) => key.startsWith(`${name}.`));
  if (texts.length === 0 && parts.length === 0) {
    if (isRequired) {
      throw refusal(name, `Variable "${name}": expected ${expected(type)}, found nothing.`);
    }
    return undefined;
  }
  const value = parts.length > 0 ? objectOf(type, name, parts) : valueOf(type, texts);
  check(name, type, value, parts.length > 0 ? value : texts.length === 1 ? texts[0] : texts);
  return value;
}

function valueOf(type: GraphQLInputType, texts: readonly string[]): unknown {
  const nullable = getNullableType(type);
  const [text = ''] = texts;
  if (isListType(nullable)) {
    const json = texts.length === 1 && text.startsWith('[') ? jsonOf(text) : undefined;
    return json ?? texts.map((each) => valueOf(nullable.ofType, [each]));
  }
  if (texts.length > 1) {
    return texts;
  }
  if (isInputObjectType(nullable)) {
    return jsonOf(text) ?? text;
  }
  switch (nullable.name) {
    case 'Int':
    case 'Float':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
    case 'Boolean':
      return text === 'true' || (text === 'false' ? false : text);
    case 'Date':
      // What dashboards and spreadsheets make of a day.
      return text.replace(/[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$/, '');
    default:
      return text;
  }
}

/** `value.gte=5` as `{value: {gte: 5}}`. A field that the type lacks stays, so that the check names it. */
function objectOf(type: GraphQLInputType, name: string, parts: readonly (readonly [string, string])[]): unknown {
  const nullable = getNullableType(type);
  if (!isInputObjectType(nullable)) {
    return Object.fromEntries(parts);
  }
  const fields = Map.groupBy(parts, ([key]) => key.slice(name.length + 1).split('.')[0] ?? '');
  return Object.fromEntries(
    Array.from(fields, ([field, given]) => {
      const path = `${name}.${field}`;
      const fieldType = nullable.getFields()[field]?.type;
      const texts = given.filter(([key]) => key === path).map(([, text]) => text);
      if (!fieldType) {
        return [field, texts[0] ?? ''];
      }
      return [field, texts.length > 0 ? valueOf(fieldType, texts) : objectOf(fieldType, path, given)];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function check(name: string, type: GraphQLInputType, value: unknown, found: unknown): void {
  coerceInputValue(value, type, (path) => {
    const place = [name, ...path].join('.');
    throw refusal(name, `Variable "${place}": expected ${expected(type)}, found ${show(found)}.`);
  });
  const nullable = getNullableType(type);
  // The gateway does not know how a scalar is parsed; a subgraph would name its own argument in place of the variable.
  if (!isListType(nullable) && nullable.name === 'Date' && !(typeof value === 'string' && isDay(value))) {
    throw refusal(name, `Variable "${name}": expected ${expected(type)}, found ${show(found)}.`);
  }
}

/** What a value of a type has to be, for a message. */
function expected(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return `values of the list ${String(nullable)}`;
  }
  if (isEnumType(nullable)) {
    return `one of ${nullable
      .getValues()
      .map((each) => each.name)
      .join(', ')}`;
  }
  const kinds: Readonly<Record<string, string>> = {
    ID: 'an id',
    String: 'a text',
    Int: 'a whole number',
    Float: 'a number',
    Boolean: 'true or false',
    Date: 'a calendar day, YYYY-MM-DD',
  };
  return kinds[nullable.name] ?? `a value of the type ${nullable.name}, as JSON`;
}

function refusal(argument: string, message: string): GraphQLError {
  return codedError('BAD_USER_INPUT', message, { extensions: { argument } });
}
