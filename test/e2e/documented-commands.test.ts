import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { run, type RunningProcess } from '../support/process.js';

const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** The commands in the blocks of shell of the documents, each with its continuation lines, without comments. */
const commands = globSync('{*.md,docs/*.md,data/**/*.md}', { cwd: projectRoot }).flatMap((file) => {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return Array.from(text.matchAll(/```(?:sh|bash|shell|console)\n([^]*?)```/g), ([, block = '']) =>
    block
      .replaceAll(/\\\n\s*/g, ' ')
      .split('\n')
      .map((line) => line.replace(/^\$ /, '').replace(/(^|\s+)#\s.*$/, ''))
      .filter((line) => line.trim() !== ''),
  )
    .flat()
    .map((command) => [file, command.trim()] as const);
});

const isCurl = (command: string): boolean => /^curl\s/.test(command);
const curls = commands.filter(([, command]) => isCurl(command));
const others = commands.filter(([, command]) => !isCurl(command));

let folder: string;
let server: RunningProcess;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiedui-commands-'));
  server = run('gateway/start.js', { env: { DATA_DIR: folder } });
  [, url = ''] = await server.prints(/Open (http:\S+)\/graphql/);
});

afterAll(async () => {
  server.child.kill('SIGINT');
  await server.ended();
  rmSync(folder, { recursive: true });
});

test('the documents have commands', () => {
  expect(curls.length).toBeGreaterThanOrEqual(6);
  expect(others.length).toBeGreaterThanOrEqual(10);
});

test.each(curls)('%s: a start answers %s', async (_file, command) => {
  expect(command).toContain('http://127.0.0.1:4000');
  const asked = command.replaceAll('http://127.0.0.1:4000', url);
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', `${asked} --silent --show-error --write-out '\\n%{http_code}'`],
    {
      cwd: projectRoot,
    },
  );
  const [, body = '', status] = /^([^]*)\n(\d+)$/.exec(stdout) ?? [];
  expect(Number(status)).toBeLessThan(400);
  const answer = JSON.parse(body) as { readonly data?: object; readonly errors?: unknown };
  expect(answer.errors).toBeUndefined();
  expect(Object.values(answer.data ?? answer).filter((value) => value !== null)).not.toEqual([]);
});

test.each(others)('%s: there is the command %s', (_file, command) => {
  const [program, first = '', second = ''] = command.split(/\s+/);
  switch (program) {
    case 'npm':
      expect(['ci', 'start', 'test', 'install', 'run']).toContain(first);
      if (first !== 'ci' && first !== 'install') {
        expect(Object.keys(scripts)).toContain(first === 'run' ? second : first);
      }
      break;
    case 'node':
      expect(first).toMatch(/^dist\/.*\.js$/);
      readFileSync(join(projectRoot, first));
      break;
    default:
      throw new Error(`Neither npm, node nor curl, so that no test knows it: ${command}`);
  }
});
