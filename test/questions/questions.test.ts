import { expect, test } from '@jest/globals';

import { readNamedQueries } from '../../platform/named-queries.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

test('the questions are numbered without a gap, and each file is named for its operation', () => {
  const questions = readNamedQueries('questions');
  expect(questions.length).toBeGreaterThanOrEqual(40);
  expect(questions.map(({ number }) => number)).toEqual(questions.map((_, index) => index + 1));
  const operations = questions.map(({ query }) => /^query (\w+)/m.exec(query)?.[1] ?? '');
  const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  expect(questions.map(({ name }) => name)).toEqual(operations.map(kebab));
});

test('each question has a comment, one who asks it, and an operation name of its own', () => {
  const questions = readNamedQueries('questions');
  const parts = questions.map(({ query }) => /^# .+\nquery (\w+)[({]/.exec(query)?.[1]);
  expect(new Set(parts).size).toBe(questions.length);
  expect(parts).not.toContain(undefined);
  expect(['frontend', 'analyst', 'officer']).toEqual(expect.arrayContaining(questions.map(({ asks }) => asks)));
});

describeEachEngine('the graph answers', (engine) => {
  const { ask } = servedGraph(engine);

  test.each([...readNamedQueries('.'), ...readNamedQueries('questions')])(
    '$name: $question',
    async ({ query, variables, answer }) => {
      expect(await ask(query, variables)).toEqual({ data: answer });
    },
  );
});
