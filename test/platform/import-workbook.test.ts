import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

import { knownTables } from '../../platform/import/check-folder.js';
import { ImportError } from '../../platform/import/import-error.js';
import { readFolder } from '../../platform/import/read-files.js';
import type { Folder } from '../../platform/import/read-folder.js';
import { chosenTables, writeTemplate } from '../../platform/import/template.js';
import { loadFolding } from '../../platform/import/written/folded.js';
import { subgraphs } from '../../subgraphs/index.js';
import { rowsXml, workbookOf, zipOf } from '../support/zip.js';

const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));

beforeAll(loadFolding);

describe('a workbook to import', () => {
  const fileOf = (bytes: Uint8Array, name = 'figures.xlsx'): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'jiedui-book-')), name);
    writeFileSync(file, bytes);
    return file;
  };
  const read = async (bytes: Uint8Array, name?: string): Promise<Folder> => readFolder(fileOf(bytes, name), tables);
  const said = ({ problems, nameOf }: Folder): readonly string[] =>
    new ImportError('Nothing', problems, { nameOf }).message.split('\n').slice(1);
  const valuesOf = (folder: Folder, file: string): unknown =>
    folder.tables.get(file)?.rows?.map(({ line, values }) => ({ line, ...values }));
  const dataset = rowsXml([
    ['编号', '标题'],
    ['own', '试验'],
  ]);
  const header = ['编号', '结对', '金额', '状态', '口径', '时间', '类别', '来源'];

  test('has a sheet for each table, by its English or Chinese name, with numbers as their formats show them', async () => {
    const cells = new Map([
      ['1,2', { value: 25_000_000, style: { numFmt: '#,##0.00' } }],
      ['1,5', { value: new Date('2022-03-01T00:00:00Z'), style: { numFmt: 'yyyy"年"m"月"' } }],
      ['2,2', { value: 2500, style: { numFmt: '#,##0"万元"' } }],
      ['2,5', { value: new Date('2022-03-05T00:00:00Z'), style: { numFmt: 'yyyy/m/d' } }],
      ['3,2', { value: 0.1 + 0.2, style: {} }],
      ['3,5', { value: 2021, style: {} }],
      ['4,2', { value: 2, formula: '1+1', formulaResult: 2 }],
    ] as const);
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '数据集',
          rows: [
            ['编号', '标题'],
            ['own', '试验'],
          ],
        },
        {
          name: '资金',
          rows: [
            [...header.slice(0, 3), '单位', ...header.slice(3)],
            ['a', 'xihu-xuanen', null, '元', '已完成', '当年', null, '财政资金', 's0'],
          ].map((row) => row.filter((_, place) => place !== 3)),
          cells: cells as never,
        },
        { name: '# 说明', rows: [['x']] },
        { name: 'Sheet3', rows: [] },
      ].map((sheet) =>
        sheet.name === '资金'
          ? {
              ...sheet,
              rows: [
                [...header, '单位'],
                ...['a', 'b', 'c', 'd'].map((id) => [
                  id,
                  'xihu-xuanen',
                  null,
                  '已完成',
                  '当年',
                  id === 'd' ? '2022年' : null,
                  '财政资金',
                  's0',
                  id === 'b' ? '' : '元',
                ]),
              ],
            }
          : sheet,
      ),
    });
    const folder = await read(bytes);
    expect(said(folder)).toEqual([]);
    expect(folder.dataset).toMatchObject({ id: 'own', title: '试验' });
    expect(valuesOf(folder, 'funds.csv')).toMatchObject([
      {
        line: 2,
        id: 'a',
        value: { low: 2_500_000_000, high: 2_500_000_000 },
        from: { date: '2022-03-01', precision: 'MONTH' },
      },
      {
        line: 3,
        id: 'b',
        value: { low: 2_500_000_000 },
        asPrinted: '2500万元',
        from: { date: '2022-03-05', precision: 'DAY' },
      },
      { line: 4, id: 'c', value: { low: 30 }, from: { date: '2021-01-01', precision: 'YEAR' } },
      { line: 5, id: 'd', value: { low: 200 }, to: { date: '2023-01-01', precision: 'YEAR' } },
    ]);
  });

  test('has per cent, line breaks, errors and formulas without values told by sheet, row and column', async () => {
    const cell = (xml: string): string => `<c ${xml}</c>`;
    const funds = rowsXml([
      header,
      ['a', 'p', cell('r="C2" t="e"><v>#REF!</v>'), '已完成', '当年', '2022年', '财政资金', 's0'],
      ['b', 'p', cell('r="C3"><f>SUM(A1)</f>'), '已完成', '当年', '2022年', '财政资金', 's0'],
      ['c', 'p&#10;q', '2500万元', '已完成', '当年', '2022年2月30日', '财政资金', 's0&#10;s1#3'],
    ]);
    const folder = await read(workbookOf({ dataset, funds }));
    expect(said(folder)).toEqual([
      'figures.xlsx funds:2 金额: found the error #REF! in C2, expected a value, or a formula that gives one',
      'figures.xlsx funds:3 金额: found a formula without its value in C3, expected the workbook opened and saved once in a spreadsheet program',
      expect.stringMatching(/^figures\.xlsx funds:4 时间: found "2022年2月30日", expected a date such as /),
    ]);
    const outcomes = rowsXml([
      ['编号', '数值', '状态', '口径', '指标', '来源'],
      ['a', '<c s="1"><v>0.125</v></c>', '已完成', '当年', 'POVERTY_INCIDENCE', 's0'],
    ]);
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>';
    const withStyles = await read(workbookOf({ dataset, outcomes }, { 'xl/styles.xml': styles }));
    expect(said(withStyles)).toEqual([]);
    expect(valuesOf(withStyles, 'outcomes.csv')).toMatchObject([{ value: { low: 1250, high: 1250 }, unit: 'PERCENT' }]);
  });

  test('is refused with the reason where it is none, or too large when unpacked', async () => {
    const one = async (bytes: Uint8Array): Promise<string> => said(await read(bytes))[0] ?? '';
    expect(await one(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(
      /^figures\.xlsx: found a workbook of an old form, or with a password, expected a workbook without a password, saved as \.xlsx$/,
    );
    expect(await one(Buffer.from('id,title\n'))).toMatch(/^figures\.xlsx: found a file that cannot be unpacked/);
    expect(await one(zipOf({ 'funds.csv': 'id' }))).toMatch(/^figures\.xlsx: found a file without sheets/);
    expect(await one(workbookOf({ dataset: '<row' }))).toMatch(/^figures\.xlsx: found .*, which is no XML/);
    const bomb = workbookOf({ dataset: Buffer.alloc(150 * 2 ** 20, ' ') });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(await one(bomb)).toMatch(/^figures\.xlsx: found more than 128 MB when unpacked, expected a smaller file/);
  });

  test('may have a million empty rows', async () => {
    const empty = '<row r="3"><c r="A3" s="1"/></row>'.repeat(1_000_000);
    const folder = await read(workbookOf({ dataset: Buffer.concat([Buffer.from(dataset), Buffer.from(empty)]) }));
    expect(said(folder)).toEqual([]);
    expect(valuesOf(folder, 'dataset.csv')).toMatchObject([{ line: 2, id: 'own', title: '试验' }]);
  });

  test('may have macros, which are not looked at, and sheets that are no tables, which are passed over', async () => {
    const book = workbookOf({ dataset, Notes: rowsXml([['x']]) }, { 'xl/vbaProject.bin': 'x' });
    const folder = await read(book, 'figures.xlsm');
    expect(said(folder)).toEqual([]);
    expect(folder.warnings.list().map(({ file, found }) => [file, found])).toEqual([
      ['figures.xlsm Notes', 'a sheet that is none of the tables, which is passed over'],
    ]);
  });

  test('is written as a template of the tables that are wanted, and read as one without rows', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'jiedui-book-')), '模板.xlsx');
    const chosen = chosenTables('资金, placements', tables);
    await writeTemplate(file, chosen, 'ZH');
    const folder = await readFolder(file, tables);
    expect(said(folder)).toEqual(['模板.xlsx 数据集: found no data set, or several, expected one row that names it']);
    expect(Array.from(folder.tables, ([name, { rows }]) => [name, rows?.length])).toEqual([
      ['dataset.csv', 0],
      ['funds.csv', 0],
      ['placements.csv', 0],
    ]);
    await expect(writeTemplate(file, chosen, 'ZH')).rejects.toThrow(/^Nothing was written: /);
    const { sheets } = await readXlsx(await import('node:fs').then(({ readFileSync }) => readFileSync(file)));
    expect(sheets.map(({ name }) => name)).toEqual(['数据集', '资金', '就业', '# 可选地区', '# 可选值']);
    const [, funds] = sheets;
    expect(funds?.rows[0]?.slice(0, 4)).toEqual(['编号', '结对', '帮扶项目', '数值']);
    expect(funds?.rows[1]?.[0]).toMatch(/^# 自定/);
    expect(funds?.rows[2]?.slice(0, 4)).toEqual(['# 例', 'zhangjiagang-yanhe', 'east-west', '约2500万元']);
    expect(sheets[3]?.rows.some(([path, code]) => path === '浙江省杭州市西湖区' && code === '330106')).toBe(true);
    expect(funds?.dataValidations?.map(({ range }) => range)).toContain('E4:E2000');
  });

  test('names the tables there are where one is wanted that is none', () => {
    expect(() => chosenTables('gifts', tables)).toThrow(/^There is no table "gifts"\. Tables are dataset, regions, /);
  });
});
