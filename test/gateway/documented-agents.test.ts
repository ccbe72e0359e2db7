import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { connectAgent, type AgentAnswer, type TestAgent } from '../support/agent.js';
import { servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');
let agent: TestAgent;

beforeAll(async () => {
  agent = await connectAgent(gateway.url);
});
afterAll(() => agent.close());

describe.each(['docs/agents.md', 'docs/agents.zh.md'])('%s', (file) => {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const blocks = Array.from(text.matchAll(/```json\n([^]*?)```/g), ([, block = '']) => JSON.parse(block) as unknown);
  const calls = blocks.filter((_, place) => place % 2 === 0) as { name: string; arguments: Record<string, unknown> }[];
  const answers = blocks.filter((_, place) => place % 2 === 1) as AgentAnswer[];

  test('has a transcript of three calls', () => {
    expect([calls.map(({ name }) => name), answers.length]).toEqual([['find', 'describe', 'total'], 3]);
  });

  test('shows the answers as they are', async () => {
    for (const [place, { name, arguments: given }] of calls.entries()) {
      const { answer } = await agent.call(name, given);
      // They differ on each machine.
      const dataVersions = Object.fromEntries(Object.keys(answer.dataVersions).map((subgraph) => [subgraph, '…']));
      expect({ ...answer, dataVersions }).toEqual(answers[place]);
    }
  });

  test('concludes what the answers have', () => {
    const found = JSON.stringify(answers);
    const isChinese = file.endsWith('.zh.md');
    for (const part of isChinese
      ? ['张家港市', '2017年3月', '6594万元', '扶贫攻坚，打造东西协作的升级版']
      : ['Zhangjiagang City', 'March 2017', '65.94 million yuan', 'Upgrading East-West cooperation']) {
      expect([part, found.includes(part), text.lastIndexOf(part) > text.lastIndexOf('</details>')]).toEqual([
        part,
        true,
        true,
      ]);
    }
    expect(answers.flatMap(({ sources }) => sources?.flatMap(({ paragraphs }) => paragraphs) ?? [])).toEqual(
      expect.arrayContaining([8, 10]),
    );
  });
});
