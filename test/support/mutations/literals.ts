import { isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

import { oddValue } from './odd-values.js';
import type { Random } from './random.js';

/** A literal for an argument, most often one of its type. */
export function literalOf(type: GraphQLInputType, random: Random, levels: number): string {
  if (random.oneIn(25)) {
    return literal(oddValue(random));
  }
  if (isNonNullType(type)) {
    return literalOf(type.ofType, random, levels);
  }
  if (isListType(type)) {
    return `[${Array.from({ length: random.below(4) }, () => literalOf(type.ofType, random, levels)).join(', ')}]`;
  }
  if (isEnumType(type)) {
    return random.pick(type.getValues()).name;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = levels > 0 ? new Set([1, 2].map(() => random.pick(fields))) : [];
    return `{ ${Array.from(chosen, (field) => `${field.name}: ${literalOf(field.type, random, levels - 1)}`).join(', ')} }`;
  }
  return random.pick(usual[type.name] ?? ['"x"']);
}

const usual: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '1', '10', '100', '2018', '-1', '2147483647'],
  Float: ['0', '1', '10', '1000000', '0.005', '-1.5', '1e12', '1e300'],
  Boolean: ['true', 'false'],
  String: ['"xihu"', '"西湖"', '""', '"%"', '"\\u0000"', '"a_b"', '"\\\\"', '"330106"'],
  ID: ['"520627"', '"zhangjiagang-yanhe"', '"east-west"', '"s1"', '""', '"\\u0000"', '7', '"xihu-xuanen-funds-2018"'],
  Date: ['"2018-06-30"', '"2018-02-30"', '"2018"', '"0001-01-01"', '"9999-12-31"', '""', '2018'],
};

/** A value as a literal that can be parsed: strings without halves of characters, and not so deep that the stack ends. */
export function literal(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value).replace(/\\ud[89a-f]../g, '');
  }
  if (depth > 50) {
    return 'null';
  }
  return Array.isArray(value)
    ? `[${value
        .slice(0, 100)
        .map((each) => literal(each, depth + 1))
        .join(', ')}]`
    : `{${Object.entries(value)
        .map(([key, each]) => `${key}: ${literal(each, depth + 1)}`)
        .join(', ')}}`;
}
