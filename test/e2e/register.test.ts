import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { ask } from '../support/client.js';
import { shippedFolder } from '../support/data-folder.js';
import { run } from '../support/process.js';

describe('npm run register -- --towns', () => {
  let dataDir: string;

  beforeAll(() => {
    dataDir = shippedFolder();
  });

  afterAll(() => {
    rmSync(dataDir, { recursive: true });
  });

  const towns = async (province: string): Promise<{ code: number | null; output: string }> => {
    const begun = run('scripts/register.js', { args: ['--towns', province], env: { DATA_DIR: dataDir } });
    return { code: await begun.ended(), output: begun.output() };
  };

  test('imports the towns and villages of a province, below its counties, once', async () => {
    expect(await towns('宁夏')).toEqual({
      code: 0,
      output: expect.stringMatching(/Imported the data set towns-640000: \d+ rows\.\n$/),
    });
    const pairings = new DatabaseSync(join(dataDir, 'pairings.sqlite'));
    const named = 'select id, name, parent_id as parent from region where id in (?, ?) order by id';
    expect(
      pairings
        .prepare(named)
        .all('640104001', '640104001002')
        .map((row) => ({ ...row })),
    ).toEqual([
      { id: '640104001', name: '凤凰北街街道', parent: '640104' },
      { id: '640104001002', name: '崇安社区', parent: '640104001' },
    ]);
    const orphans = 'select count(*) as count from region where parent_id not in (select id from region)';
    expect({ ...pairings.prepare(orphans).get() }).toEqual({ count: 0 });
    pairings.close();
    expect(await towns('640000')).toEqual({
      code: 0,
      output: 'The data set towns-640000 is loaded already: nothing to do.\n',
    });
  });

  test('has a running server import them', async () => {
    const folder = shippedFolder();
    const server = run('gateway/start.js', { env: { DATA_DIR: folder } });
    const [, address = ''] = await server.prints(/Open (http:\S+)\/graphql/);
    const begun = run('scripts/register.js', { args: ['--towns', '宁夏'], env: { DATA_DIR: folder } });
    expect(await begun.ended()).toBe(0);
    expect(begun.output()).toMatch(/Imported the data set towns-640000: \d+ rows\.\n$/);
    expect(await ask(address, '{ region(id: "640104001") { name } }')).toEqual({
      data: { region: { name: '凤凰北街街道' } },
    });
    server.child.kill('SIGKILL');
    await server.ended();
    rmSync(folder, { recursive: true });
  });

  test('names the provinces for a text that is none of them', async () => {
    expect(await towns('湖')).toEqual({
      code: 1,
      output: expect.stringMatching(
        /^No province, or more than one, has the name or code "湖"\. Provinces are 110000 北京市, /,
      ),
    });
  });
});
