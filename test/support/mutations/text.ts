import { Lexer, Source, TokenKind } from 'graphql';

import { oddNames } from './odd-values.js';
import type { Random } from './random.js';

const oddTokens = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '!',
    '=',
    '|',
    '&',
    '$',
    '@',
    '...',
    ',',
    '"',
    '"""',
    '#',
    '\\',
    '\0',
    '\ufeff',
  ],
  ...[
    'null',
    'true',
    '0',
    '-1',
    '00',
    '1.',
    '1e999',
    '99999999999999999999',
    '"\\u0000"',
    '"\\uD800"',
    '"\\u{110000}"',
  ],
  ...['query', 'mutation', 'subscription', 'fragment', 'on', 'on on', 'schema', 'extend type Query { x: Int }'],
  ...['@skip(if: true)', '@include(if: $x)', '@defer', '@stream', '@deprecated', '@tag(name: "x")', '@specifiedBy'],
  ...['... on Region', '... { __typename }', '...Sources', '__schema { types { name } }', '_service { sdl }'],
  ...['$x', '($x: ID!)', '(first: $x)', '(first: 500)', '(id: {a: 1})', '(filter: [])', '{}', '[]', '县'],
  ...oddNames,
];

const oddCharacters = [
  ...Array.from(' \t\n\r\0{}()[]:!$@"\\#.,&|=-+_0aZ'),
  'é',
  '县',
  '\ud800',
  '\u2028',
  '\ufeff',
  '\u200d',
  '𝒳',
];

/** A document with tokens deleted, repeated, swapped, or others in their place. */
export function changeTokens(text: string, random: Random): string {
  const tokens = tokensOf(text);
  for (let times = 1 + random.below(4); times > 0 && tokens.length > 0; times -= 1) {
    const at = random.below(tokens.length);
    const token = tokens[at] ?? '';
    switch (random.below(5)) {
      case 0:
        tokens.splice(at, random.pick([1, 1, 2, 10]));
        break;
      case 1:
        tokens.splice(at, 0, ...Array<string>(random.pick([1, 1, 2, 60])).fill(token));
        break;
      case 2: {
        const other = random.below(tokens.length);
        [tokens[at], tokens[other]] = [tokens[other] ?? '', token];
        break;
      }
      case 3:
        tokens[at] = random.oneIn(2) ? random.pick(oddTokens) : random.pick(tokens);
        break;
      default:
        tokens.splice(at, 0, random.oneIn(2) ? random.pick(oddTokens) : random.pick(tokens));
    }
  }
  return tokens.join(' ');
}

/** A text with characters deleted, repeated or others in their place, or that is cut off. */
export function changeCharacters(text: string, random: Random): string {
  let changed = text;
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const at = random.below(changed.length + 1);
    const [before, after] = [changed.slice(0, at), changed.slice(at)];
    switch (random.below(5)) {
      case 0:
        changed = before + after.slice(random.pick([1, 1, 5, 200]));
        break;
      case 1:
        changed = before + random.pick(oddCharacters).repeat(random.pick([1, 1, 3, 2_000])) + after;
        break;
      case 2:
        changed = before + random.pick(oddCharacters) + after.slice(1);
        break;
      case 3:
        changed = before + after.slice(0, 20) + after;
        break;
      default:
        changed = random.oneIn(3) ? before : changed;
    }
  }
  return changed;
}

function tokensOf(text: string): string[] {
  const lexer = new Lexer(new Source(text));
  const tokens: string[] = [];
  while (lexer.advance().kind !== TokenKind.EOF) {
    tokens.push(text.slice(lexer.token.start, lexer.token.end));
  }
  return tokens;
}
