import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { readNamedQueries, type NamedQuery } from '../platform/named-queries.js';
import { openQuestionGateway, type Reply } from './ask.js';
import { startPostgres } from './postgres.js';

const help = `npm run questions                 sends the named queries of documents/questions to a gateway over the register and the
                                  articles, and those of documents/nation to one over all data sets that ship, and
                                  compares the answers; exits with 1 when one differs
npm run questions -- --postgres   also on a PostgreSQL server of its own
  DATABASE_URL  also on this PostgreSQL database; the data sets are loaded into it

  answer   its values; for one that differs, the first difference is on the next line
  sources  the first source that the answer names, and the number of others
  fetches  fetches from subgraphs
  SQL      statements sent to the databases
  ms       from request to answer, with query planning`;

runCommand(help, async () => {
  const { postgres } = parseArgs({ options: { postgres: { type: 'boolean' } } }).values;
  const { databaseUrl } = readConfig();
  const [forty, fifty] = [readNamedQueries('questions'), readNamedQueries('nation')];
  const questions = [...forty, ...fifty];
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-questions-'));
  const server = postgres && databaseUrl === null ? await startPostgres() : null;
  const url = databaseUrl ?? server?.url;
  const targets: readonly DatabaseTarget[] = [
    { engine: 'sqlite', folder },
    ...(url === undefined ? [] : [{ engine: 'postgresql', url } as const]),
  ];
  const differing = new Set<string>();
  try {
    for (const target of targets) {
      // The articles come first: a database that has them can take the rounds, and not give them back.
      for (const [asked, dataSets, of] of [
        [forty, ['register', 'articles'], 'the register and the articles'],
        [fifty, undefined, 'all data sets'],
      ] as const) {
        console.log(`On ${target.engine}, of ${of}`);
        for (const { name } of await askAll(asked, target, dataSets)) {
          differing.add(name);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
    await server?.stop();
  }
  console.log(`${questions.length - differing.size} of ${questions.length}`);
  process.exitCode = differing.size > 0 ? 1 : 0;
});

/** Prints a row for each question once it is answered, and returns those whose answers differ. */
async function askAll(
  questions: readonly NamedQuery[],
  target: DatabaseTarget,
  dataSets: readonly string[] | undefined,
): Promise<readonly NamedQuery[]> {
  const { ask, close } = await openQuestionGateway(target, dataSets);
  const differing: NamedQuery[] = [];
  try {
    printRow(['', 'name', 'question', 'answer', 'sources', 'fetches', 'SQL', 'ms']);
    for (const question of questions) {
      const reply = await ask(question);
      printRow(cells(question, reply));
      if (reply.difference !== null) {
        console.log(`   ${reply.difference}`);
        differing.push(question);
      }
    }
  } finally {
    await close();
  }
  return differing;
}

function cells(
  { number, name, question }: NamedQuery,
  { difference, values, sources, fetches, statements, milliseconds }: Reply,
): readonly string[] {
  const [first = 'none', ...others] = sources;
  return [
    String(number),
    name,
    question,
    difference === null ? values.join(', ') : 'DIFFERENT',
    others.length === 0 ? first : `${first} +${others.length}`,
    String(fetches),
    String(statements),
    milliseconds.toFixed(0),
  ];
}

/** The width of each column; below zero, its cells are aligned right. */
const columns = [-2, 25, 60, 50, 10, -7, -4, -5] as const;

function printRow(values: readonly string[]): void {
  const padded = columns.map((column, index) => {
    const text = cutToWidth(values[index] ?? '', Math.abs(column));
    const padding = ' '.repeat(Math.abs(column) - widthOf(text));
    return column < 0 ? padding + text : text + padding;
  });
  console.log(padded.join(' '));
}

/** The width of a text on a terminal: a Chinese character takes two columns. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

function cutToWidth(text: string, width: number): string {
  if (widthOf(text) <= width) {
    return text;
  }
  let cut = text;
  while (widthOf(cut) >= width) {
    cut = cut.slice(0, -1);
  }
  return `${cut}…`;
}
