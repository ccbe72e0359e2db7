import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ask } from '../support/client.js';
import { dataFolder, datasetFile, gift, shippedFolder, tableLines } from '../support/data-folder.js';
import { run, type RunningProcess } from '../support/process.js';

describe('npm run import beside a server in the same data folder', () => {
  let dataDir: string;
  let processes: RunningProcess[];

  beforeEach(() => {
    dataDir = shippedFolder();
    processes = [];
  });

  afterEach(async () => {
    for (const { child, ended } of processes) {
      child.kill('SIGKILL');
      await ended();
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  const begin = (file: string, ...args: string[]): RunningProcess => {
    const begun = run(file, { args, env: { DATA_DIR: dataDir } });
    processes.push(begun);
    return begun;
  };
  const command = async (...args: string[]): Promise<{ code: number | null; output: string }> => {
    const begun = begin('scripts/import.js', ...args);
    return { code: await begun.ended(), output: begun.output() };
  };
  const serve = async (): Promise<{ server: RunningProcess; address: string }> => {
    const server = begin('gateway/start.js');
    const [, address = ''] = await server.prints(/Open (http:\S+)\/graphql/);
    return { server, address };
  };
  /** A year of which nobody reports donations: it overlaps with nothing. */
  const lonely = { ...gift, from: '2014', to: '2015' };
  const own = (row: Readonly<Record<string, string>> = lonely): string =>
    dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [row]) });
  const villages = (count: number): string =>
    dataFolder({
      'dataset.csv': datasetFile('villages'),
      'regions.csv': [
        'level,kind,name,id',
        ...Array.from({ length: count }, (_, place) => `VILLAGE,ADMINISTRATIVE,水田${place}村,field-${place}`),
      ],
    });
  const valueAt = async (address: string): Promise<unknown> =>
    ((await ask(address, '{ fund(id: "gift") { figure { value } } }')) as { data: { fund: unknown } }).data.fund;

  test('has the server check, load, undo and remove, and its answers have the data at once', async () => {
    const { address } = await serve();
    expect(await valueAt(address)).toBeNull();
    expect(await command('--dry-run', own())).toMatchObject({
      code: 0,
      output: expect.stringContaining('  funds.csv       0 →       1\n'),
    });
    expect(await command(own())).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Importing .*100%[^]*Imported the data set own: 2 rows\.\n/),
    });
    expect(await valueAt(address)).toEqual({ figure: { value: 1.25 } });
    const refused = await command('--json', own({ ...lonely, kind: 'GIFT' }));
    expect([refused.code, JSON.parse(refused.output)]).toEqual([
      1,
      [expect.objectContaining({ file: 'funds.csv', line: 2, column: 'kind', found: '"GIFT"' })],
    ]);
    expect(await command('--language', 'zh', own({ ...lonely, kind: 'GIFT' }))).toMatchObject({
      code: 1,
      output: expect.stringContaining('没有导入：1 个问题。\nfunds.csv 第 2 行 kind：现为 "GIFT"'),
    });
    await command(own({ ...lonely, value: '2' }));
    expect(await valueAt(address)).toEqual({ figure: { value: 2 } });
    expect(await command('--undo')).toMatchObject({ code: 0 });
    expect(await valueAt(address)).toEqual({ figure: { value: 1.25 } });
    const history = await command('--history', '--json');
    expect(JSON.parse(history.output)).toEqual([
      expect.objectContaining({ dataset: 'own', kind: 'UNDO', by: null, added: 0, changed: 1, removed: 0 }),
      expect.objectContaining({ dataset: 'own', kind: 'IMPORT', changed: 1 }),
      expect.objectContaining({ dataset: 'own', kind: 'IMPORT', added: 1 }),
    ]);
    expect(await command('--remove', 'own', '--dry-run')).toMatchObject({ code: 0 });
    expect(await command('--remove', 'own')).toMatchObject({ code: 0 });
    expect(await valueAt(address)).toBeNull();
    expect(await command('--remove', 'own')).toMatchObject({
      code: 1,
      output: 'There is no data set "own". There is none that can be removed.\n',
    });
  });

  test('readers are answered while it writes, and imports wait for each other', async () => {
    const { address } = await serve();
    const large = begin('scripts/import.js', villages(12_000));
    await large.prints(/Importing/);
    expect(await valueAt(address)).toBeNull();
    expect(large.child.exitCode).toBeNull();
    expect(await command(own())).toMatchObject({ code: 0 });
    expect(await large.ended()).toBe(0);
    expect(await ask(address, '{ region(id: "field-11999") { name } }')).toEqual({
      data: { region: { name: '水田11999村' } },
    });
  });

  test('what has begun goes on when its command is killed, and the server too', async () => {
    const { address } = await serve();
    const large = begin('scripts/import.js', villages(12_000));
    await large.prints(/Importing/);
    large.child.kill('SIGKILL');
    await large.ended();
    expect(await command(own())).toMatchObject({ code: 0 });
    expect(await ask(address, '{ region(id: "field-11999") { name } }')).toEqual({
      data: { region: { name: '水田11999村' } },
    });
  });

  test('a server that is killed in the middle leaves nothing half-written, and its socket misleads nobody', async () => {
    const { server } = await serve();
    const large = begin('scripts/import.js', villages(12_000));
    await large.prints(/Importing/);
    server.child.kill('SIGKILL');
    expect(await large.ended()).toBe(1);
    expect(large.output()).toContain(
      'The server that runs in the data folder ended before this was done. What it had not written whole is as it was ' +
        'before once it has started again. Run the same command again.',
    );
    await server.ended();
    expect(existsSync(join(dataDir, 'import.sock'))).toBe(true);
    expect(await command(own())).toMatchObject({
      code: 0,
      output: expect.stringContaining('Imported the data set own: 2 rows.'),
    });
    expect(await command('--history')).toMatchObject({
      code: 0,
      output: expect.not.stringContaining('villages'),
    });
    const { address } = await serve();
    expect(await valueAt(address)).toEqual({ figure: { value: 1.25 } });
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });

  test('a server that stops refuses what waits, and leaves no socket', async () => {
    const { server } = await serve();
    server.child.kill('SIGTERM');
    expect(await server.ended()).toBe(0);
    expect(existsSync(join(dataDir, 'import.sock'))).toBe(false);
    // What is no socket is nobody's.
    writeFileSync(join(dataDir, 'import.sock'), '');
    expect(await command(own())).toMatchObject({ code: 0 });
    const { address } = await serve();
    expect(await valueAt(address)).toEqual({ figure: { value: 1.25 } });
  });
});
