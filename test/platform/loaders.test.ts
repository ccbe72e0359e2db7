import { expect, test } from '@jest/globals';

import { Loaders, type ReadKeys } from '../../platform/loaders.js';

class Repository {}
const fund = { table: 'fund' };
const sale = { table: 'sale' };

/** A read that notes the keys of each of its batches. */
function recordedRead(label: string): { readonly read: ReadKeys<string>; readonly batches: (readonly string[])[] } {
  const batches: (readonly string[])[] = [];
  const read: ReadKeys<string> = (keys) => {
    batches.push(keys);
    return Promise.resolve(new Map(keys.filter((key) => key !== 'none').map((key) => [key, `${label} ${key}`])));
  };
  return { read, batches };
}

test('keys of one path and equal arguments are read together, each once, and a key without a value is null', async () => {
  const loaders = new Loaders();
  const { read, batches } = recordedRead('fund');
  const values = await Promise.all(
    ['a', 'b', 'a', 'none'].map((key) => loaders.one([Repository, fund, 'page'], { first: 2 }, key, read)),
  );
  expect(values).toEqual(['fund a', 'fund b', 'fund a', null]);
  expect(batches).toEqual([['a', 'b', 'none']]);
});

test('paths that differ in one object, one text or their length never share a batch', async () => {
  const loaders = new Loaders();
  const paths = [
    [Repository],
    [Repository, 'fund'],
    [Repository, fund],
    [Repository, sale],
    [Repository, fund, 'page'],
    [Repository, fund, 'count'],
    [Repository, { ...fund }, 'page'],
    [fund, Repository],
  ] as const;
  const reads = paths.map((path, place) => ({ path, ...recordedRead(String(place)) }));
  const values = await Promise.all(reads.map(({ path, read }) => loaders.one(path, null, 'a', read)));
  expect(values).toEqual(paths.map((_, place) => `${place} a`));
  expect(reads.map(({ batches }) => batches)).toEqual(paths.map(() => [['a']]));
});

test('other arguments are another batch', async () => {
  const loaders = new Loaders();
  const { read, batches } = recordedRead('fund');
  await Promise.all([{ first: 1 }, { first: 2 }].map((args) => loaders.one([fund], args, 'a', read)));
  expect(batches).toEqual([['a'], ['a']]);
});
