import { expect, test } from '@jest/globals';

import { readDocuments } from '../../platform/documents.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

test('each question has a comment, an asker, and an operation name of its own', () => {
  const questions = readDocuments('questions');
  const parts = questions.map(({ query }) => /^# .+\nquery (\w+)[({]/.exec(query)?.[1]);
  expect(new Set(parts).size).toBe(questions.length);
  expect(parts).not.toContain(undefined);
  expect(['frontend', 'analyst', 'officer']).toEqual(expect.arrayContaining(questions.map(({ asks }) => asks)));
});

describeEachEngine('the graph answers', (engine) => {
  const { ask } = servedGraph(engine);

  test.each([...readDocuments('.'), ...readDocuments('questions')])(
    '$name: $question',
    async ({ query, variables, answer }) => {
      expect(await ask(query, variables)).toEqual({ data: answer });
    },
  );
});
