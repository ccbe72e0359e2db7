import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { datasetFile, gift, shippedFolder, tableLines } from '../support/data-folder.js';
import { run, type RunningProcess } from '../support/process.js';
import { rowsXml, workbookOf, zipOf } from '../support/zip.js';
import { makeKeys } from '../support/keys.js';

const keys = makeKeys([['editor']]);
const [token = ''] = keys.secrets;
const header = ['id', 'title'];
const dataset = rowsXml([header, ['own', 'Figures']]);
const columns = ['id', 'pairings', 'value', 'unit', 'status', 'basis', 'from', 'kind', 'sources'];
const fund = ['gift', 'xihu-xuanen', '1.25', 'YUAN', 'ACTUAL', 'ANNUAL', '2014年', 'SOCIAL_CASH', 's0#22'];
const funds = (changes: Readonly<Record<string, string>>): string =>
  rowsXml([columns, fund.map((cell, place) => changes[columns[place] ?? ''] ?? cell)]);
const megabytes = (count: number, text: string): Buffer => Buffer.alloc(count * 2 ** 20, text);
const own = { 'dataset.csv': datasetFile('own').join('\n') };
const problem = (
  file: string,
  found: string | RegExp,
  line: number | null = null,
  column: string | null = null,
): unknown => expect.objectContaining({ file, line, column, found: expect.stringMatching(found) });
const fine = expect.objectContaining({ dataset: 'own' });

/** Each is a file, and its problems, or what a check gives. */
const cases: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, found: unknown])[] = [
  [
    'a workbook that is much larger when unpacked',
    'bomb.xlsx',
    () => workbookOf({ dataset: megabytes(150, ' ') }),
    [problem('bomb.xlsx', 'more than 128 MB when unpacked')],
  ],
  [
    'a zip file that is much larger when unpacked',
    'bomb.zip',
    () => zipOf({ ...own, 'funds.csv': megabytes(150, ' ') }),
    [problem('bomb.zip', 'more than 128 MB when unpacked')],
  ],
  [
    'a table of more cells than memory is for',
    'rows.zip',
    () => zipOf({ ...own, 'funds.csv': megabytes(120, 'a\n') }),
    [problem('funds.csv', 'more than 8000000 cells')],
  ],
  [
    'a table of more columns than memory is for',
    'columns.zip',
    () => zipOf({ ...own, 'funds.csv': megabytes(120, 'a,') }),
    [problem('funds.csv', 'more than 8000000 cells')],
  ],
  [
    'a workbook in a zip file that is much larger when unpacked',
    'both.zip',
    () => zipOf({ 'bomb.xlsx': workbookOf({ dataset: megabytes(150, ' ') }) }),
    [problem('bomb.xlsx', 'more than 128 MB when unpacked')],
  ],
  [
    'a zip file in a zip file',
    'outer.zip',
    () => zipOf({ ...own, 'inner.zip': zipOf(own) }),
    [problem('inner.zip', 'none of the tables')],
  ],
  [
    'a zip file that is cut off',
    'cut.zip',
    () => zipOf(own).subarray(0, 60),
    [problem('cut.zip', 'cannot be unpacked')],
  ],
  [
    'names that lead out of the zip file',
    'out.zip',
    () => zipOf({ '../../dataset.csv': own['dataset.csv'], '/etc/passwd': 'x' }),
    [problem('dataset.csv', 'no data set'), problem('passwd', 'none of the tables')],
  ],
  ['a zip file with nothing in it', 'empty.zip', () => zipOf({}), [problem('dataset.csv', 'no file in the folder')]],
  [
    'entities that expand without end',
    'laughs.xlsx',
    () =>
      workbookOf(
        { dataset },
        { 'xl/sharedStrings.xml': `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(99)}">]><sst><si><t>&b;</t></si></sst>` },
      ),
    [problem('laughs.xlsx', 'xl/sharedStrings.xml, which is no XML')],
  ],
  [
    'a workbook of a million empty rows',
    'rows.xlsx',
    () =>
      workbookOf({
        dataset: Buffer.concat([Buffer.from(dataset), Buffer.from('<row><c s="1"/></row>'.repeat(1_000_000))]),
      }),
    fine,
  ],
  ['macros', 'macros.xlsm', () => workbookOf({ dataset, funds: funds({}) }, { 'xl/vbaProject.bin': 'x' }), fine],
  [
    'a formula with an error',
    'error.xlsx',
    () => workbookOf({ dataset, funds: funds({ value: '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }) }),
    [problem('error.xlsx funds', 'the error #DIV/0! in C2', 2, 'value')],
  ],
  [
    'a date outside the calendar',
    'date.xlsx',
    () => workbookOf({ dataset, funds: funds({ from: '2014年2月30日' }) }),
    [problem('date.xlsx funds', '2014年2月30日', 2, 'from')],
  ],
  [
    'cells with line breaks, which part a list and are kept in a text',
    'breaks.xlsx',
    () =>
      workbookOf({
        dataset: rowsXml([header, ['own', 'Figures&#10;of Xihu']]),
        funds: funds({ sources: 's0#22&#10;s0#23' }),
      }),
    fine,
  ],
  [
    'a line break in a number',
    'number.xlsx',
    () => workbookOf({ dataset, funds: funds({ value: '1.25&#10;2.5' }) }),
    [problem('number.xlsx funds', String.raw`1.25\\n2.5`, 2, 'value')],
  ],
  [
    'line breaks in cells of CSV',
    'breaks.zip',
    () =>
      zipOf({
        ...own,
        'funds.csv': tableLines('funds.csv', [{ ...gift, from: '2014', to: '2015', sources: '"s0#22\n s0#23"' }]).join(
          '\n',
        ),
      }),
    fine,
  ],
];

describe('files that are made to harm, or by mistake', () => {
  let served: string;
  let unserved: string;
  let files: string;
  let server: RunningProcess;
  let address: string;

  beforeAll(async () => {
    [served, unserved] = [shippedFolder(), shippedFolder()];
    files = mkdtempSync(join(tmpdir(), 'jiedui-files-'));
    server = run('gateway/start.js', { env: { DATA_DIR: served, KEYS_FILE: keys.path } });
    address = (await server.prints(/Open (http:\S+)\/graphql/))[1] ?? '';
  });

  afterAll(async () => {
    server.child.kill('SIGKILL');
    await server.ended();
    for (const folder of [served, unserved, files]) {
      rmSync(folder, { recursive: true });
    }
    keys.remove();
  });

  const byCommand = async (name: string, bytes: Uint8Array): Promise<unknown> => {
    writeFileSync(join(files, name), bytes);
    // Less memory than the machine has: what a file takes is bounded.
    const command = run('scripts/import.js', {
      args: ['--dry-run', '--json', join(files, name)],
      env: { DATA_DIR: unserved },
      nodeArgs: ['--max-old-space-size=1024'],
    });
    await command.ended();
    return JSON.parse(command.output());
  };
  const byPage = async (name: string, bytes: Uint8Array): Promise<unknown> => {
    const head = JSON.stringify({ path: name, entries: [{ file: name, size: bytes.length }] });
    const answer = await fetch(`${address}/import/check`, {
      method: 'POST',
      body: Buffer.concat([Buffer.from(`${head}\n`), bytes]),
      headers: { authorization: `Bearer ${token}` },
    });
    const event = JSON.parse(await answer.text()) as { kind: string; problems?: unknown; result?: unknown };
    return event.problems ?? event.result;
  };

  test.each(cases.map((each, place) => [...each, place] as const))('%s', async (_what, name, bytes, found, place) => {
    const made = bytes();
    expect(made.length).toBeLessThan(2 ** 20);
    // Both read files by the same code; the command has less memory.
    if (place % 3 === 0) {
      expect(await byCommand(name, made)).toEqual(found);
    }
    expect(await byPage(name, made)).toEqual(found);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
  });
});
