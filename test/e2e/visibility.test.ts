import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { dataFolder, gift, shippedFolder, tableLines } from '../support/data-folder.js';
import { withKey } from '../support/keys.js';
import { run, type RunningProcess } from '../support/process.js';

describe('a server with a data set for some', () => {
  const marker = 'zqhiddenqz';
  let dataDir: string;
  let keys: string;
  let folders: string[];
  let server: RunningProcess;
  let url: string;

  const command = async (file: string, ...args: string[]): Promise<{ code: number | null; output: string }> => {
    const begun = run(file, { args, env: { DATA_DIR: dataDir, KEYS_FILE: keys } });
    return { code: await begun.ended(), output: begun.output() };
  };
  const addKey = (...args: string[]) => command('scripts/keys.js', 'add', ...args);
  const secretIn = (output: string): string => /^jd_\S+$/m.exec(output)?.[0] ?? '';
  const noteFor = async (secret: string | null): Promise<unknown> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...withKey(secret) },
      body: JSON.stringify({ query: '{ fund(id: "gift") { note } }' }),
    });
    const { data } = (await response.json()) as { data?: { fund: { note: string } | null } };
    return data ? (data.fund?.note ?? null) : response.status;
  };

  beforeAll(async () => {
    dataDir = shippedFolder();
    const home = mkdtempSync(join(tmpdir(), 'jiedui-keys-'));
    keys = join(home, 'keys.json');
    folders = [dataDir, home];
    const own = dataFolder({
      'dataset.csv': ['id,title,visibility', `own,${marker},prov-a`],
      'funds.csv': tableLines('funds.csv', [{ ...gift, note: `${marker} note` }]),
    });
    folders.push(own);
    expect(await command('scripts/import.js', own)).toMatchObject({ code: 0 });
    expect(await addKey('--name', 'the office', '--role', 'prov-a')).toMatchObject({ code: 0 });
    server = run('gateway/start.js', { env: { DATA_DIR: dataDir, KEYS_FILE: keys, LOG_LEVEL: 'info' } });
    url = (await server.prints(/Open (http:\S+)\/graphql/))[1] ?? '';
  });

  afterAll(async () => {
    server.child.kill('SIGKILL');
    await server.ended();
    for (const folder of folders) {
      rmSync(folder, { recursive: true });
    }
  });

  test('answers those with a key of its role, from the first request after the key is made to the last before it is revoked', async () => {
    expect(await noteFor(null)).toBe(null);
    const made = await addKey('--name', 'the ministry', '--role', 'prov-a', '--expires', '2100-01-01');
    const secret = secretIn(made.output);
    expect(await noteFor(secret)).toBe(`${marker} note`);
    expect(await noteFor(null)).toBe(null);
    const listed = await command('scripts/keys.js', 'list');
    expect(listed.output).toMatch(
      /^\w{8} {2}the office {2}prov-a {2}does not expire\n\w{8} {2}the ministry {2}prov-a {2}until 2100-01-01\n$/,
    );
    const [, id = ''] = /_(\w{8})_/.exec(secret) ?? [];
    expect(await command('scripts/keys.js', 'revoke', id)).toEqual({ code: 0, output: `The key ${id} is revoked.\n` });
    expect(await noteFor(secret)).toBe(401);
    expect(statSync(keys).mode & 0o777).toBe(0o600);
  });

  test('makes no key of a role that no data set names, or without a name or role', async () => {
    for (const [args, message] of [
      [
        ['--name', 'x', '--role', 'prov-z'],
        'No data set names the role "prov-z" in its column "visibility". Roles that are named: prov-a.',
      ],
      [['--name', 'x', '--role', 'Prov Z'], '--role: expected lower-case letters, digits and "-", found "Prov Z".'],
      [['--name', 'x'], 'A key needs a --role: without one it opens no more than no key does.'],
      [['--role', 'prov-a'], 'A key needs a --name'],
      [
        ['--name', 'x', '--role', 'prov-a', '--expires', '2026-02-30'],
        '--expires: expected a day such as 2027-01-31, found "2026-02-30".',
      ],
    ] as const) {
      expect(await addKey(...args)).toEqual({ code: 1, output: expect.stringContaining(message) });
    }
    expect(await command('scripts/keys.js', 'revoke', '00000000')).toMatchObject({ code: 1 });
    expect(await command('scripts/keys.js', '--help')).toMatchObject({
      code: 0,
      output: expect.stringContaining('npm run keys -- revoke <id>'),
    });
  });

  test('tells nobody else of it: not in errors, the log, metrics, the status or a page', async () => {
    const texts = await Promise.all(
      [
        'metrics',
        'status',
        'q',
        'q/datapackage.json',
        'q/facts.csv',
        'records/gift',
        'q/funds.csv?first=x',
        'health/ready',
      ].map(async (path) => (await fetch(`${url}/${path}`)).text()),
    );
    const refused = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ imports(first: 9) { nodes { title } } fund(id: "gift") { nothing } }' }),
    });
    const history = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ imports(first: 9) { totalCount nodes { title dataset } } }' }),
    });
    expect(await history.json()).toMatchObject({ data: { imports: { totalCount: 0, nodes: [] } } });
    expect([...texts, await refused.text(), server.output()].filter((text) => text.includes(marker))).toEqual([]);
    expect(existsSync(keys)).toBe(true);
  });
});
