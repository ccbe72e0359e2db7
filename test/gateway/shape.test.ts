import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import { shapeCheck } from '../../gateway/fetch/shape.js';

const schema = buildSchema(`
  type Query { total: Total }
  type Total { text: String records: [Item!] }
  type Item { id: ID figure: Figure record: Record }
  type Figure { text: String }
  union Record = Fund | Project
  type Fund { kind: String sources: [Source!] }
  type Project { title: String sources: [Source!] }
  type Source { document: ID paragraph: Int }
`);

describe('the shape of a fetch', () => {
  const items = (query: string) => {
    const check = shapeCheck(query, schema);
    return (...records: readonly object[]): boolean => check({ total: { records } });
  };

  test('needs no field of a selection that is left out, where another selects the same list', () => {
    const fits = items('{ total { records { id } ... @skip(if: true) { records { figure { text } } } } }');
    expect(fits({ id: '1' })).toBe(true);
    expect(fits({ id: '1', figure: { text: 'x' } })).toBe(true);
    expect(fits({ id: '1', figure: {} })).toBe(false);
    expect(fits({ figure: null })).toBe(false);
  });

  test('needs the fields of a list that is selected once, on a condition, where it is there', () => {
    const fits = items('query ($with: Boolean!) { total { records @include(if: $with) { id figure { text } } } }');
    expect(
      shapeCheck('query ($a: Boolean!) { total { records @include(if: $a) { id } } }', schema)({ total: {} }),
    ).toBe(true);
    expect(fits({ id: '1', figure: { text: null } })).toBe(true);
    expect(fits({ id: '1', figure: {} })).toBe(false);
    expect(fits({ figure: null })).toBe(false);
  });

  test('needs what all selections of a field have that are for types', () => {
    const fits = items(
      '{ total { records { record { ... on Fund { sources { document paragraph } } ... on Project { sources { document } } } } } }',
    );
    expect(fits({ record: { sources: [{ document: 'a' }] } })).toBe(true);
    expect(fits({ record: { sources: [{ paragraph: 1 }] } })).toBe(false);
    expect(fits({ record: {} })).toBe(true);
  });
});
