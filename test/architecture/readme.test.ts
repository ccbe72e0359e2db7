import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

test('the README shows its query and the whole answer as they are', () => {
  const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');
  const [query] = /(?<=```graphql\n)[^`]*/.exec(read('README.md')) ?? [];
  const [answer] = /(?<=```json\n)[^`]*/.exec(read('README.md')) ?? [];
  expect(query).toBe(page?.query);
  expect(JSON.parse(answer ?? '')).toEqual({ data: page?.answer });
});

test('the docs link to files that exist, and name source files and commands that exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const file of globSync('{*.md,data/*.md,docs/*.md}', { cwd: projectRoot })) {
    const text = read(file);
    const links = Array.from(text.matchAll(/\]\((?!http)([^)#]+)/g), ([, target]) => join(dirname(file), target ?? ''));
    expect(links.filter((target) => globSync(target, { cwd: projectRoot }).length === 0)).toEqual([]);
    const sources = Array.from(
      text.matchAll(/`((?:bench|gateway|platform|scripts|subgraphs|test|vocabulary)\/[\w/.-]+\.tsx?)`/g),
      ([, path]) => path ?? '',
    );
    expect(sources.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    const commands = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, name]) => name ?? '');
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  }
});
