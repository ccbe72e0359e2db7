import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { projectRoot } from '../platform/config.js';
import { startOurs } from './gateways.js';
import { withGraph, type BenchTarget } from './graph.js';
import { startSubgraphs, type ServerProcess } from './processes.js';
import { table } from './table.js';

const requests = 100_000;
const reportInterval = 10_000;
const concurrency = 20;

/** Operations by what differs between them: no two of a kind are equal. */
const kinds: Readonly<Record<string, (number: number) => string>> = {
  literals: (number) =>
    `{ pairing(id: "zhangjiagang-yanhe") { level funds(filter: { value: { gte: ${number} } }) { nodes { kind } } } }`,
  names: (number) => `{ p${number}: pairing(id: "zhangjiagang-yanhe") { level funds { nodes { kind } } } }`,
  order: (number) => `{ pairing(id: "zhangjiagang-yanhe") { ${permutation(number)} funds { nodes { kind } } } }`,
};

/**
 * Sends 100,000 different operations of each kind to our gateway and prints its memory after every 10,000. Takes an
 * hour.
 */
export async function benchMemory(target: BenchTarget): Promise<string> {
  await withGraph(target, () => Promise.resolve());
  const subgraphs = await startSubgraphs(target.target);
  const rows: string[][] = [];
  try {
    for (const [kind, question] of Object.entries(kinds)) {
      const gateway = await startOurs(subgraphs.urls, reporter);
      try {
        for (let asked = 0; asked < requests; asked += reportInterval) {
          await askAll(gateway.url, asked, question);
          rows.push([kind, String(asked + reportInterval), ...(await memoryOf(gateway))]);
          console.log(rows.at(-1)?.join('  '));
        }
      } finally {
        await gateway.stop();
      }
    }
  } finally {
    await subgraphs.stop();
  }
  return table(['different in', 'requests', 'memory MB', 'heap MB'], rows, ['different in']);
}

const reporter = ['--import', pathToFileURL(join(projectRoot, 'dist/bench/report-memory.js')).href];

/** Sends the operations from a number on, several at once. Throws where an answer has errors. */
async function askAll(url: string, from: number, question: (number: number) => string): Promise<void> {
  const numbers = Array.from({ length: reportInterval }, (_, index) => from + index).values();
  const askNext = async (): Promise<void> => {
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
  await Promise.all(Array.from({ length: concurrency }, askNext));
}

async function memoryOf({ child }: ServerProcess): Promise<string[]> {
  child.send('memory');
  const [{ rss, heapUsed }] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
  return [rss, heapUsed].map((bytes) => (bytes / 2 ** 20).toFixed(0));
}

const fields = [
  ...['id', 'level', 'scope', 'evidence', 'note'],
  ...['since { text }', 'until { text }', 'donor { label }', 'recipient { label }'],
];

/** The fields in the permutation of a number: all below their factorial differ. */
function permutation(number: number): string {
  const left = [...fields];
  const ordered: string[] = [];
  for (let rest = number; left.length > 0; rest = Math.floor(rest / (left.length + 1))) {
    ordered.push(...left.splice(rest % left.length, 1));
  }
  return ordered.join(' ');
}
