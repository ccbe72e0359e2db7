import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { readNamedQueries, type NamedQuery } from '../../platform/named-queries.js';
import { openQuestionGateway, type QuestionGateway } from '../../scripts/ask.js';
import { describeEachEngine, shippedTarget, type TestTarget } from '../support/engines.js';
import { run } from '../support/process.js';

const questions = readNamedQueries('questions');
const onNation = readNamedQueries('nation');
const asked = [...questions, ...onNation];

describe('npm run questions', () => {
  test('prints a line for each question, and last how many are answered as expected', async () => {
    const command = run('scripts/questions.js');
    expect(await command.ended()).toBe(0);
    const lines = command.output().trimEnd().split('\n');
    expect(
      lines
        .filter((line) => / (s\d#\d+( \+\d+)?|none)( +\d+){3}$/.test(line))
        .map((line) => line.slice(0, 28).trimEnd()),
    ).toEqual(asked.map(({ number, name }) => `${String(number).padStart(2)} ${name}`));
    expect(lines.at(-1)).toBe(`${asked.length} of ${asked.length}`);
  });

  test('explains itself', async () => {
    const command = run('scripts/questions.js', { args: ['--help'] });
    expect(await command.ended()).toBe(0);
    expect(command.output()).toContain('npm run questions -- --postgres');
  });
});

describeEachEngine('a question', (engine) => {
  let place: TestTarget;
  let gateway: QuestionGateway;
  const [financing] = questions.filter(({ number }) => number === 20) as [NamedQuery];

  beforeAll(async () => {
    place = await shippedTarget(engine);
    gateway = await openQuestionGateway(place.target);
  });

  afterAll(async () => {
    await gateway.close();
    await place.remove();
  });

  test('is answered as expected, from the paragraphs it names', async () => {
    expect(await gateway.ask(financing)).toEqual({
      difference: null,
      values: [
        'FINANCING',
        expect.stringContaining('leasing'),
        expect.stringContaining('The first financial poverty relief'),
        '150000000',
        'YUAN',
        '1.5亿元',
      ],
      sources: ['s1#22'],
      fetches: 1,
      statements: 2,
      milliseconds: expect.any(Number),
    });
  });

  test('whose answer differs says where', async () => {
    const answer: unknown = JSON.parse(JSON.stringify(financing.answer).replace('150000000', '150000001'));
    const { difference } = await gateway.ask({ ...financing, answer });
    expect(difference).toBe('data.funds.nodes.0.figure.value: expected 150000001, found 150000000');
  });

  test('that is refused tells why', async () => {
    const { difference } = await gateway.ask({ ...financing, variables: {} });
    expect(difference).toMatch(/^errors: expected nothing, found \[\{"message":"Variable/);
  });
});
