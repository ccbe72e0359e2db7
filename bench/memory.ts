import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { projectRoot } from '../platform/config.js';
import { serveOurs } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { serveSubgraphs, type Serving } from './processes.js';
import { table } from './table.js';

const requests = 100_000;
const every = 10_000;
const atOnce = 20;

/** Questions of which no two are alike, by what differs in them. */
const kinds: Readonly<Record<string, (number: number) => string>> = {
  literals: (number) =>
    `{ pairing(id: "zhangjiagang-yanhe") { level funds(filter: { value: { gte: ${number} } }) { nodes { kind } } } }`,
  names: (number) => `{ p${number}: pairing(id: "zhangjiagang-yanhe") { level funds { nodes { kind } } } }`,
  order: (number) => `{ pairing(id: "zhangjiagang-yanhe") { ${inOrder(number)} funds { nodes { kind } } } }`,
};

/**
 * Asks our gateway, over subgraphs of its own, 100,000 questions of each kind, and prints the memory it takes after every
 * 10,000. It takes an hour.
 */
export async function benchMemory(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await serveSubgraphs(target.target);
  const rows: string[][] = [];
  try {
    for (const [kind, question] of Object.entries(kinds)) {
      const gateway = await serveOurs(subgraphs.urls, reporter);
      try {
        for (let asked = 0; asked < requests; asked += every) {
          await askAll(gateway.url, asked, question);
          rows.push([kind, String(asked + every), ...(await memoryOf(gateway))]);
          console.log(rows.at(-1)?.join('  '));
        }
      } finally {
        await gateway.stop();
      }
    }
  } finally {
    await subgraphs.stop();
  }
  return table(['unlike in', 'asked', 'memory MB', 'heap MB'], rows, ['unlike in']);
}

const reporter = ['--import', pathToFileURL(join(projectRoot, 'dist/bench/report-memory.js')).href];

/** Asks the questions from a number on, several at once. Throws where one is not answered whole. */
async function askAll(url: string, from: number, question: (number: number) => string): Promise<void> {
  const numbers = Array.from({ length: every }, (_, index) => from + index).values();
  const askInTurn = async (): Promise<void> => {
    for (const number of numbers) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: question(number) }),
      });
      const answer = await response.text();
      if (answer.includes('"errors"')) {
        throw new Error(answer);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askInTurn));
}

async function memoryOf({ child }: Serving): Promise<string[]> {
  child.send('memory');
  const [{ rss, heapUsed }] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
  return [rss, heapUsed].map((bytes) => (bytes / 2 ** 20).toFixed(0));
}

const fields = [
  ...['id', 'level', 'scope', 'evidence', 'note'],
  ...['since { text }', 'until { text }', 'donor { label }', 'recipient { label }'],
];

/** The fields in an order that no other number below their factorial has. */
function inOrder(number: number): string {
  const left = [...fields];
  const ordered: string[] = [];
  for (let rest = number; left.length > 0; rest = Math.floor(rest / (left.length + 1))) {
    ordered.push(...left.splice(rest % left.length, 1));
  }
  return ordered.join(' ');
}
