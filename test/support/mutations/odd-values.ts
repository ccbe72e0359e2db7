import type { Random } from './random.js';

/** Names that objects of JavaScript have, and others that servers stumble over. */
export const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__typename',
  '__schema',
  '_entities',
  '_service',
  'then',
  'toJSON',
  'length',
  'x',
];

const oddTexts = [
  '',
  ' ',
  'x'.repeat(10_000),
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e',
  '𝒳'.repeat(40),
  '县'.repeat(300),
  '%_\\',
  "\" or '1'='1",
  "'; drop table region; --",
  '* OR NEAR(',
  '2018-02-30',
  '9999-12-31',
  '0000-00-00',
  '-2018-01-01',
  '1e400',
  'NaN',
  'null',
  'UGFpcmluZzp4aWh1LXh1YW5lbg',
  'zhangjiagang-yanhe',
  '../../etc/passwd',
  ...oddNames,
];

const oddNumbers = [
  0,
  -0,
  -1,
  1,
  1.5,
  500,
  501,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 53 + 2,
  1e21,
  1e308,
];

/** A value of JSON that a client may send where another was meant. */
export function oddValue(random: Random, depth = 0): unknown {
  switch (random.below(depth > 3 ? 4 : 8)) {
    case 0:
      return random.pick([null, true, false]);
    case 1:
      return random.pick(oddNumbers);
    case 2:
    case 3:
      return random.pick(oddTexts);
    case 4:
      return Array.from({ length: random.below(4) }, () => oddValue(random, depth + 1));
    case 5:
      return nested(random.pick([3, 39, 41, 3_000]), random.pick(oddNumbers));
    case 6:
      return Array.from({ length: random.pick([100, 5_000]) }, (_, index) => index);
    default:
      return oddObject(random, depth);
  }
}

/** An object whose keys are names that servers stumble over; `__proto__` is a key of its own, as in parsed JSON. */
export function oddObject(random: Random, depth = 0): object {
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [
      random.pick([...oddNames, 'eq', 'in', 'gte', 'isNull', 'not', 'or', 'and', 'within', 'kind']),
      random.oneIn(2) ? { polluted: 1 } : oddValue(random, depth + 1),
    ]),
  );
}

function nested(levels: number, inside: unknown): unknown {
  let value = inside;
  for (let level = 0; level < levels; level += 1) {
    value = [value];
  }
  return value;
}
