import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { bytesOf, type Json } from '../../gateway/mcp/rows.js';
import { answerLimit, toolAnswer, type Found, type ToolAnswer } from '../../gateway/mcp/tool-answer.js';

const found = (data: Json, more: Partial<Found> = {}): Found => ({
  data,
  missing: [],
  versions: new Map([['finance', '1']]),
  asked: { query: '{ x }' },
  ...more,
});

const cursor = (list: string, id: string): string => Buffer.from(`${list}:${id}`).toString('base64url');
const rows = (count: number, bytes: number): Json[] =>
  Array.from({ length: count }, (_, place) => ({ id: `r${place}`, text: 'x'.repeat(bytes) }));
const pageInfo = (list: string, last: string): Json => ({ hasNextPage: true, endCursor: cursor(list, last) });

describe('an answer that is too large', () => {
  test('goes on after the last row that is left, by the cursor of the list', () => {
    const data = { funds: { nodes: rows(100, 1_000), pageInfo: pageInfo('Fund', 'r99') } };
    const answer = toolAnswer(found(data));
    const { nodes } = (answer.data as { funds: { nodes: { id: string }[] } }).funds;
    expect(nodes.length).toBeGreaterThan(25);
    expect([answer.complete, answer.nextCursor, answer.missing]).toEqual([
      false,
      cursor('Fund', nodes.at(-1)?.id ?? ''),
      [
        {
          code: 'ROWS_CUT',
          message: `Of 100 rows ${nodes.length} are here: an answer has 32768 bytes at most. For the others ask again with "after": nextCursor.`,
          subgraph: null,
          paths: [['funds', 'nodes']],
        },
      ],
    ]);
  });

  test('has no cursor where that of the list is made otherwise', () => {
    const data = { funds: { nodes: rows(100, 1_000), pageInfo: pageInfo('Ordered', '7 r99') } };
    expect(toolAnswer(found(data)).nextCursor).toBeNull();
  });

  test('has the cursors that rows have themselves', () => {
    const edges = rows(100, 1_000).map((node, place) => ({ cursor: `c${place}`, node }));
    const answer = toolAnswer(found({ funds: { edges, pageInfo: pageInfo('Ordered', '7 r99') } }));
    const left = (answer.data as { funds: { edges: { cursor: string }[] } }).funds.edges;
    expect(answer.nextCursor).toBe(left.at(-1)?.cursor);
  });

  test('is left out where no list is in it', () => {
    const { data, missing, complete } = toolAnswer(found({ text: 'x'.repeat(40_000) }));
    expect([data, complete, missing.map(({ code }) => code)]).toEqual([null, false, ['ANSWER_TOO_LARGE']]);
  });

  test('names the lists that were cut, and keeps what else is missing', () => {
    const data = { small: rows(3, 10), one: rows(1, 20_000), big: rows(50, 1_000) };
    const lost = { code: 'SUBGRAPH_TIMEOUT', message: 'late', subgraph: 'labour', paths: [['jobs']] };
    const answer = toolAnswer(found(data, { missing: [lost] }));
    expect(answer.missing).toEqual([lost, expect.objectContaining({ paths: [['big']] })]);
    expect((answer.data as { small: Json[] }).small).toEqual(data.small);
  });
});

test('no answer is too large, and each row is there or told of', () => {
  const { json } = fc.letrec<{ json: Json; list: Json[]; object: Record<string, Json> }>((tie) => ({
    list: fc.array(tie('json'), { maxLength: 60 }),
    object: fc.dictionary(fc.constantFrom('a', 'nodes', 'sources', 'pageInfo', '漢'), tie('json')),
    json: fc.oneof(
      { maxDepth: 5 },
      fc.string({ maxLength: 2_000, minLength: 200 }),
      fc.constant(null),
      fc.integer(),
      tie('list'),
      tie('object'),
    ),
  }));
  const lost = (whole: Json, left: Json, path: readonly (string | number)[], { missing }: ToolAnswer): void => {
    if (whole === null || typeof whole !== 'object') {
      expect(left).toEqual(whole);
      return;
    }
    const [all, kept] = [Object.entries(whole), left as Record<string, Json>];
    const isCut = Object.keys(kept).length < all.length;
    expect(missing.some(({ paths }) => JSON.stringify(paths) === JSON.stringify([path]))).toBe(isCut);
    for (const [key, each] of all.slice(0, Object.keys(kept).length)) {
      lost(each, kept[key] ?? null, [...path, Array.isArray(whole) ? Number(key) : key], { missing } as ToolAnswer);
    }
  };
  fc.assert(
    fc.property(json, (data) => {
      const answer = toolAnswer(found(data));
      expect(bytesOf(answer)).toBeLessThanOrEqual(answerLimit);
      expect(answer.complete).toBe(answer.missing.length === 0);
      if (answer.missing[0]?.code !== 'ANSWER_TOO_LARGE') {
        lost(data, answer.data, [], answer);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
