import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ask } from '../support/client.js';
import { dataFolder, datasetFile, gift, shippedFolder, tableLines } from '../support/data-folder.js';
import { run, type RunningProcess } from '../support/process.js';

/** The folders of the data sets that ship. */
const shipped = ['data/register', 'data/articles'];

/** The cells of a row of funds.csv that are filled in, one of them at fault. */
function cellsOf(row: Readonly<Record<string, string>>, faulty: string): readonly object[] {
  const [columns = [], texts = []] = tableLines('funds.csv', [row]).map((line) => line.split(','));
  return columns.flatMap((column, place) => {
    const text = texts[place] ?? '';
    return text === '' ? [] : [{ column, text, isFaulty: column === faulty }];
  });
}

describe('npm run import', () => {
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
  /** A year of which nobody reports donations: it overlaps with nothing. */
  const lonely = { ...gift, from: '2014', to: '2015' };
  const own = (row: Readonly<Record<string, string>> = lonely): string =>
    dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [row]) });

  test('--dry-run says what would be replaced, beside a running server, and writes nothing', async () => {
    const server = begin('gateway/start.js');
    const [, address = ''] = await server.prints(/Open (http:\S+)\/graphql/);
    const folder = own();
    const expected = {
      code: 0,
      output:
        'No problems found, nothing written. An import would replace the data set own; its rows, now → then:\n' +
        '  funds.csv       0 →       1\n',
    };
    expect(await command('--dry-run', folder)).toEqual(expected);
    expect(await command('--dry-run', folder)).toEqual(expected);
    expect(await ask(address, '{ fund(id: "gift") { id } }')).toEqual({ data: { fund: null } });
    expect(await command('--dry-run', '--json', own({ ...gift, kind: 'GIFT' }))).toMatchObject({ code: 1 });
    expect(await command('--dry-run', ...shipped)).toEqual({
      code: 0,
      output:
        'The data set register is loaded already with this content: an import would change nothing.\n' +
        'The data set articles is loaded already with this content: an import would change nothing.\n' +
        'Rows that overlap with others (in brackets), so that totals do not add them in full:\n' +
        '  OVERLAPPING 7: funds.csv:4 xihu-xuanen-funds-projects (ew-1996-2015-aid), funds.csv:5 zhangjiagang-yanhe-funds-four-tiers (ew-1996-2014-fiscal), funds.csv:10 daofu-funds (ew-1996-2015-aid), 4 more\n' +
        '  RETURNING 3: secondments.csv:5 zhangjiagang-yanhe-young-cadre-postings-2018 (ew-2011-cadres), secondments.csv:6 zhangjiagang-yanhe-cadre-postings-2018 (ew-2023-cadres), secondments.csv:9 daofu-aid-cadres (ew-2003-2010-cadres-west)\n',
    });
  });

  test('--dry-run makes no databases where there are none', async () => {
    rmSync(dataDir, { recursive: true });
    const { code, output } = await command('--dry-run', '--json', 'data/register');
    expect([code, JSON.parse(output)]).toEqual([
      0,
      {
        dataset: 'register',
        isIn: false,
        tables: expect.arrayContaining([{ table: 'regions.csv', now: 0, then: 3341 }]),
        changes: expect.arrayContaining([{ table: 'regions.csv', added: 3341, changed: 0, removed: 0 }]),
        absentColumns: [],
        overlaps: [],
        warnings: [],
      },
    ]);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('--dry-run names the optional columns that are absent', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'regions.csv': ['level,kind,name,id', 'VILLAGE,ADMINISTRATIVE,水田,field'],
      'programmes.csv': ['id,name,nameEn', 'own-programme,结对帮扶,Paired assistance'],
    });
    expect(await command('--dry-run', folder)).toEqual({
      code: 0,
      output:
        'No problems found, nothing written. An import would replace the data set own; its rows, now → then:\n' +
        '  regions.csv          0 →       1\n' +
        '  programmes.csv       0 →       1\n' +
        'regions.csv has no columns code, nameEn, pinyin, aliases, parent: they are taken as empty.\n' +
        'programmes.csv has no column pinyin: it is taken as empty.\n',
    });
    const { output } = await command('--dry-run', '--json', folder);
    expect(JSON.parse(output)).toMatchObject({
      absentColumns: [
        { table: 'regions.csv', columns: ['code', 'nameEn', 'pinyin', 'aliases', 'parent'] },
        { table: 'programmes.csv', columns: ['pinyin'] },
      ],
    });
  });

  test('--json prints problems and results for programs', async () => {
    const refused = await command('--json', own({ ...gift, donor: 'nobody' }));
    expect([refused.code, JSON.parse(refused.output)]).toEqual([
      1,
      [
        {
          file: 'funds.csv',
          line: 2,
          column: 'donor',
          found: '"nobody", which is unknown',
          expected: 'an id, code or name of regions.csv or an id of organisations.csv',
          cells: cellsOf({ ...gift, donor: 'nobody' }, 'donor'),
        },
      ],
    ]);
    const loaded = await command('--json', own());
    expect([loaded.code, JSON.parse(loaded.output)]).toEqual([
      0,
      { dataset: 'own', rows: expect.any(Number), overlaps: [], warnings: [] },
    ]);
  });

  test('a warning blocks neither an import nor its dry run; --strict refuses it', async () => {
    const row = { ...gift, from: '2018-01-01', to: '2018-12-31' };
    const folder = own(row);
    const warning = {
      file: 'funds.csv',
      line: 2,
      column: 'to',
      found: '"2018-12-31", which is itself not in the span',
      expected: '"2019" if the span ends with it: the end is not included',
      cells: cellsOf(row, 'to'),
    };
    const line = `funds.csv:2 to: found ${warning.found}, expected ${warning.expected}\n`;
    for (const args of [['--strict'], ['--strict', '--dry-run']]) {
      const { code, output } = await command(...args, folder);
      expect([code, output]).toEqual([
        1,
        expect.stringContaining(`from ${folder}, since --strict refuses what is odd: one problem.\n${line}`),
      ]);
    }
    const strict = await command('--strict', '--json', folder);
    expect([strict.code, JSON.parse(strict.output)]).toEqual([1, [warning]]);
    const dry = await command('--dry-run', '--json', folder);
    expect([dry.code, JSON.parse(dry.output)]).toEqual([
      0,
      expect.objectContaining({ tables: [{ table: 'funds.csv', now: 0, then: 1 }], warnings: [warning] }),
    ]);
    expect(await command(folder)).toEqual({
      code: 0,
      output: expect.stringMatching(/^Imported the data set own: \d+ rows\.\nWarning: funds\.csv:2 to: /m),
    });
    expect(await command('--strict', own())).toMatchObject({ code: 0 });
  });

  test('--remove takes a data set away, but none that ships or is referred to, and --dry-run changes nothing', async () => {
    const owner = dataFolder({
      'dataset.csv': datasetFile('owner'),
      'documents.csv': tableLines('documents.csv', [{ id: 'paper', kind: 'ARTICLE', title: '帮扶' }]),
    });
    await command(owner);
    await command(own({ ...gift, sources: 'paper' }));
    const refused = await command('--remove', 'owner');
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^The data set owner was not removed: one problem\.\ndocuments\.csv: found no row "paper", which funds\.csv of the data set "own" refers to \("gift"\), expected/m,
    );
    expect(await command('--remove', 'articles')).toMatchObject({ code: 1 });
    expect(await command('--remove', 'nobody')).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no data set "nobody". Those that can be removed: own, owner.'),
    });
    const rows = '  funds.csv       1\n';
    expect(await command('--remove', 'own', '--dry-run')).toEqual({
      code: 0,
      output: `No problems found, nothing written. The data set own would be removed, with its rows:\n${rows}`,
    });
    expect(await command('--remove', 'own')).toEqual({
      code: 0,
      output: `Removed the data set own, with its rows:\n${rows}`,
    });
    expect(await command('--json', '--remove', 'owner')).toMatchObject({ code: 0 });
  });

  test('--template writes every table with its header, and overwrites nothing', async () => {
    const folder = join(dataDir, 'template');
    expect(await command('--template', folder)).toMatchObject({ code: 0 });
    const files = ['data/articles', 'data/rounds'].flatMap((each) => readdirSync(each));
    expect(readdirSync(folder)).toEqual([...new Set(files)].filter((file) => file.endsWith('.csv')).sort());
    expect(readFileSync(join(folder, 'programmes.csv'), 'utf8')).toBe('id,name,nameEn,pinyin\n');

    writeFileSync(join(folder, 'dataset.csv'), `${datasetFile('own').join('\n')}\n`);
    expect(await command('--dry-run', folder)).toMatchObject({ code: 0 });
    const again = await command('--template', folder);
    expect(again.code).toBe(1);
    expect(again.output).toContain(`Nothing was written: these files are there already.\n${folder}/dataset.csv\n`);
    expect(readFileSync(join(folder, 'dataset.csv'), 'utf8')).toContain('own,');
  });

  test('ends with 1 when the last step fails in one database; readiness reports it, and a rerun completes it', async () => {
    const finance = new DatabaseSync(join(dataDir, 'finance.sqlite'));
    finance.exec(`
      create table allowed (id text primary key);
      create table refused (id text references allowed (id) deferrable initially deferred);
      create trigger refuse after insert on dataset begin insert into refused values (new.id); end;
    `);
    const folder = own();
    const { code, output } = await command(folder);
    expect(code).toBe(1);
    expect(output).toMatch(
      /The data set own is in training, labour and not in pairings, finance, where the last step failed: .*\nRun the same import again to complete it\.\n/,
    );

    const server = begin('gateway/start.js');
    const [, address = ''] = await server.prints(/Open (http:\S+)\/graphql/);
    const readiness = await fetch(`${address}/health/ready`);
    expect([readiness.status, await readiness.json()]).toEqual([
      503,
      {
        status: 'not ready',
        problems: [
          'The data set own is in some parts of the graph only: its import was interrupted. Import it again: npm run import -- <folder>',
        ],
      },
    ]);
    server.child.kill('SIGTERM');
    await server.ended();

    finance.exec('drop trigger refuse');
    finance.close();
    expect(await command(folder)).toMatchObject({ code: 0 });
    const whole = begin('gateway/start.js');
    const [, again = ''] = await whole.prints(/Open (http:\S+)\/graphql/);
    expect((await fetch(`${again}/health/ready`)).status).toBe(200);
    expect(await ask(again, '{ fund(id: "gift") { figure { value } } }')).toEqual({
      data: { fund: { figure: { value: 1.25 } } },
    });
  });
});
