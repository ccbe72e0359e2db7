import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { compareApis, lastPublishedApi } from '../../scripts/api-changes.js';
import { run } from '../support/process.js';

const before = 'type Query { pairing: Level region: String } enum Level { COUNTY }';
const removed = 'type Query { pairing: Level } enum Level { COUNTY }';
const added = 'type Query { pairing: Level region: String } enum Level { COUNTY PROVINCE }';
const both = 'type Query { pairing: Level } enum Level { COUNTY PROVINCE }';
const dangerous = 'Dangerous changes of the API since v:\n  PROVINCE was added to enum type Level.';
const breaking = 'Breaking changes of the API since v:\n  Query.region was removed.';

test.each([
  ['0.1.0', '0.1.0', before, true, 'No breaking changes of the API since v.'],
  ['0.1.0', '0.1.0', added, true, `${dangerous}\nNo breaking changes of the API since v.`],
  [
    '0.1.0',
    '0.1.7',
    removed,
    false,
    `${breaking}\nRevert them, or set the version in package.json to 0.2.0: it is 0.1.7.`,
  ],
  [
    '1.4.2',
    '1.5.0',
    removed,
    false,
    `${breaking}\nRevert them, or set the version in package.json to 2.0.0: it is 1.5.0.`,
  ],
  ['0.9.1', '0.10.0', removed, true, `${breaking}\nThe version 0.10.0 allows them.`],
  ['0.9.1', '1.0.0', both, true, `${dangerous}\n${breaking}\nThe version 1.0.0 allows them.`],
  ['1.4.2', '2.0.0', removed, true, `${breaking}\nThe version 2.0.0 allows them.`],
])('from version %s to %s, an API that is now %s', (was, is, sdl, isAllowed, report) => {
  expect(compareApis({ tag: 'v', version: was, sdl: before }, { version: is, sdl })).toEqual({ isAllowed, report });
});

describe('a repository with tags', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiedui-tags-'));
    mkdirSync(join(folder, 'schema'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const git = (...args: readonly string[]): void => {
    const person = ['-c', 'user.name=Test', '-c', 'user.email=test@test.invalid', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...person, ...args], { cwd: folder, stdio: 'ignore' });
  };
  const publish = (tag: string, version: string, sdl: string): void => {
    writeFileSync(join(folder, 'schema/api.graphql'), sdl);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
    git('init');
    git('add', '.');
    git('commit', '--message', 'Publish');
    git('tag', tag);
  };

  test('gives the API of the last tag', () => {
    expect(lastPublishedApi(folder)).toBe('There is no git tag to compare the API with.');
    git('init');
    expect(lastPublishedApi(folder)).toBe('There is no git tag to compare the API with.');
    publish('v0.1.0', '0.1.0', removed);
    publish('v0.2.0', '0.2.0', added);
    expect(lastPublishedApi(folder)).toEqual({ tag: 'v0.2.0', version: '0.2.0', sdl: added });
    git('rm', '--cached', 'schema/api.graphql');
    git('commit', '--message', 'No API');
    git('tag', 'v0.3.0');
    expect(lastPublishedApi(folder)).toBe('The tag v0.3.0 has no API to compare with.');
  });

  test('fails npm run schema -- --check when the API has breaking changes since the last tag', async () => {
    const api = readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8');
    publish('v0.1.0', '0.1.0', api.replace('type Query {', 'type Query {\n  village(id: ID!): String\n'));
    for (const part of ['schema', 'documents']) {
      cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
    }
    const check = run('scripts/schema.js', { args: ['--check'], cwd: folder });
    expect(await check.ended()).toBe(1);
    expect(check.output()).toBe(
      'Breaking changes of the API since v0.1.0:\n  Query.village was removed.\n' +
        'Revert them, or set the version in package.json to 0.2.0: it is 0.1.0.\n',
    );
  });
});
