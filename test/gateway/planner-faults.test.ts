import { describe, expect, test } from '@jest/globals';

import { Supergraph } from '../../gateway/supergraph/supergraph.js';
import { compose } from '../../scripts/compose.js';
import { servicesOf, supergraphOf, type Subgraphs } from '../support/composed.js';

const silent = { info: () => undefined, warn: () => undefined };

/** What keeps a gateway from serving subgraphs; null where it serves them. */
async function refusalOf(subgraphs: Subgraphs): Promise<string | null> {
  const text = supergraphOf(subgraphs);
  const source = { name: 'a test', interval: 1_000, startTimeout: 0, read: () => Promise.resolve(text) };
  return Supergraph.open(source, new Map(), silent).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
}

/** What composition refuses; null where it composes. */
function faultOf(subgraphs: Subgraphs): string | null {
  try {
    compose(servicesOf(subgraphs));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** `root` is what leads to regions in the subgraph that has their names. */
const regions = (keys: string, root = 'region: Region'): Subgraphs => ({
  register: {
    sdl: `type Query { ${root} } type Region @key(fields: "id") { id: ID! code: ID! @shareable name: String }`,
  },
  labels: {
    sdl: `type Query { found: Region }
      type Region ${keys} { id: ID! code: ID! @shareable name: String @external label: String @requires(fields: "name") }`,
  },
});

/** A subgraph that requires amounts, and the one that has them. */
const amounts = (requiring: string, more: Subgraphs = {}): Subgraphs => ({
  funds: {
    sdl: `type Query { fund: Fund order: Order }
      type Part { amount(currency: String = "CNY"): Int }
      type Fund @key(fields: "id") { id: ID! amount(currency: String = "CNY"): Int part: Part other: Part }
      type Order @key(fields: "id") { id: ID! fund: Fund }`,
  },
  labels: { sdl: requiring },
  ...more,
});
/** `external` are fields that only the other subgraph has. */
const fund = (external: string, fields: string): string =>
  `type Part @external { amount(currency: String = "CNY"): Int }
   type Fund @key(fields: "id") { id: ID! ${external} ${fields} }`;
const amount = 'amount(currency: String = "CNY"): Int @external';
const part = 'part: Part @external';
const fundOnly = (fields: string): string => `type Fund @key(fields: "id") { id: ID! ${amount} ${fields} }`;
const needs = (field: string, fields: string): string => `${field}: Int @requires(fields: ${JSON.stringify(fields)})`;

const key = (cure: string): string =>
  `In the subgraph labels, "Region" has a field with @requires, and its first key "id" has \`resolvable: false\`: what is required would be sent by that key. ${cure}.`;
const conflict = (one: string, other: string): string =>
  `${one} and ${other}: a query of both would send the same value to both. Give one of them another field to require, or the same arguments.`;

describe('a schema of a shape that the planner answers wrongly', () => {
  test.each<readonly [string, Subgraphs, string]>([
    [
      'a key that is not resolvable before one that is, and a field that requires another',
      regions('@key(fields: "id", resolvable: false) @key(fields: "code")'),
      key('Put the key that is resolvable before it'),
    ],
    [
      'no key that is resolvable, and a field that requires another',
      regions('@key(fields: "id", resolvable: false)', 'version: Int'),
      key('Remove `resolvable: false`'),
    ],
    [
      'two fields that require one with unlike arguments',
      amounts(fundOnly(`${needs('yuan', 'amount(currency: "CNY")')} ${needs('euro', 'amount(currency: "EUR")')}`)),
      conflict('"Fund.euro" requires amount(currency: "EUR")', '"Fund.yuan" requires amount(currency: "CNY")'),
    ],
    [
      'one with an argument, and one without',
      amounts(fundOnly(`${needs('yuan', 'amount')} ${needs('euro', 'amount(currency: "EUR")')}`)),
      conflict('"Fund.euro" requires amount(currency: "EUR")', '"Fund.yuan" requires amount'),
    ],
    [
      'of an object below',
      amounts(fund(part, `${needs('yuan', 'part { amount }')} ${needs('euro', 'part { amount(currency: "EUR") }')}`)),
      conflict('"Fund.euro" requires amount(currency: "EUR")', '"Fund.yuan" requires amount'),
    ],
    [
      'in two subgraphs',
      amounts(fundOnly(needs('yuan', 'amount')), { more: { sdl: fundOnly(needs('euro', 'amount(currency: "EUR")')) } }),
      conflict('"Fund.euro" requires amount(currency: "EUR")', '"Fund.yuan" requires amount'),
    ],
    [
      'on two types, one of which leads to the other',
      amounts(
        `${fundOnly(needs('euro', 'amount(currency: "EUR")'))}
         type Order @key(fields: "id") { id: ID! fund: Fund @external ${needs('sum', 'fund { amount }')} }`,
      ),
      conflict('"Fund.euro" requires amount(currency: "EUR")', '"Order.sum" requires amount'),
    ],
  ])('is refused: %s', async (_name, subgraphs, fault) => {
    expect(faultOf(subgraphs)).toBe(`The subgraphs do not compose:\n- ${fault}`);
    expect(await refusalOf(subgraphs)).toContain(`Queries of it would be answered wrongly. ${fault}`);
  });

  test.each<readonly [string, Subgraphs]>([
    ['a key that is resolvable first', regions('@key(fields: "code") @key(fields: "id", resolvable: false)')],
    ['keys that are resolvable', regions('@key(fields: "id") @key(fields: "code")')],
    [
      'keys that are not resolvable, where nothing is required',
      {
        ...regions(''),
        labels: {
          sdl: 'type Query { found: Region } type Region @key(fields: "id", resolvable: false) @key(fields: "code") { id: ID! code: ID! @shareable label: String }',
        },
      },
    ],
    [
      'the same arguments twice',
      amounts(fundOnly(`${needs('euro', 'amount(currency: "EUR")')} ${needs('cents', 'amount(currency: "EUR")')}`)),
    ],
    [
      'unlike arguments of two fields',
      amounts(
        fund(`${amount} ${part}`, `${needs('yuan', 'amount')} ${needs('euro', 'part { amount(currency: "EUR") }')}`),
      ),
    ],
    [
      'unlike arguments of one field of two objects',
      amounts(
        fund(
          `${part} other: Part @external`,
          `${needs('yuan', 'part { amount }')} ${needs('euro', 'other { amount(currency: "EUR") }')}`,
        ),
      ),
    ],
  ])('is allowed with %s', async (_name, subgraphs) => {
    expect(faultOf(subgraphs)).toBeNull();
    expect(await refusalOf(subgraphs)).toBeNull();
  });
});
