import { beforeAll, describe, expect, test } from '@jest/globals';

import { inChinese, inEnglish } from '../../platform/import/message.js';
import type { Cells } from '../../platform/import/table.js';
import { loadFolding } from '../../platform/import/written/folded.js';
import { partialDateColumn } from '../../vocabulary/record/columns.js';
import { recordCells } from '../../vocabulary/record/record-columns.js';
import { plainDate } from '../../vocabulary/written/dates.js';

beforeAll(loadFolding);

const row = { value: '', unit: '', bound: '', basis: 'ANNUAL', from: '', to: '' };

describe('a value as people write it', () => {
  const read = (cells: Cells, notes: Cells = {}): unknown => {
    const { cells: plain, problems } = recordCells({ ...row, ...cells }, notes);
    return problems.length > 0
      ? problems.map(({ column, found, expected }) => `${column}: ${inEnglish(found)}, ${inEnglish(expected)}`)
      : [plain['value'], plain['unit'], plain['bound']].join(' ');
  };

  test.each([
    ['2500万元', '25000000 YUAN EXACT'],
    ['2500萬元', '25000000 YUAN EXACT'],
    ['17.58亿元', '1758000000 YUAN EXACT'],
    ['1亿2000万元', '120000000 YUAN EXACT'],
    ['3.5千万元', '35000000 YUAN EXACT'],
    ['1.2万亿元', '1200000000000 YUAN EXACT'],
    ['三千五百万元', '35000000 YUAN EXACT'],
    ['一百二十三点', null],
    ['二十三人', '23 PERSON EXACT'],
    ['两百零五户', '205 HOUSEHOLD EXACT'],
    ['１，２３４．５元', '1234.5 YUAN EXACT'],
    ['1,758,000,000元', '1758000000 YUAN EXACT'],
    ['¥3,500万', '35000000 YUAN EXACT'],
    ['人民币2500万元', '25000000 YUAN EXACT'],
    ['2500万元人民币', '25000000 YUAN EXACT'],
    ['12%', '12 PERCENT EXACT'],
    ['１２．５％', '12.5 PERCENT EXACT'],
    ['百分之12', '12 PERCENT EXACT'],
    ['-2.5%', '-2.5 PERCENT EXACT'],
    ['10%-15%', '10..15 PERCENT RANGE'],
    ['约2500万元', '25000000 YUAN ABOUT'],
    ['300人左右', '300 PERSON ABOUT'],
    ['近3000万元', '30000000 YUAN APPROACHING'],
    ['2500余万元', '25000000 YUAN AT_LEAST'],
    ['2500多万元', '25000000 YUAN AT_LEAST'],
    ['35万余元', '350000 YUAN AT_LEAST'],
    ['30多个村', '30 VILLAGE AT_LEAST'],
    ['300人以上', '300 PERSON AT_LEAST'],
    ['超过2000万元', '20000000 YUAN AT_LEAST'],
    ['至少3500万元', '35000000 YUAN AT_LEAST'],
    ['不足100户', '100 HOUSEHOLD AT_MOST'],
    ['100户以内', '100 HOUSEHOLD AT_MOST'],
    ['不超过50人次', '50 PERSON_TIME AT_MOST'],
    ['10-15人', '10..15 PERSON RANGE'],
    ['10—15人', '10..15 PERSON RANGE'],
    ['10～15人', '10..15 PERSON RANGE'],
    ['3至5名', '3..5 PERSON RANGE'],
    ['3-5万元', '30000..50000 YUAN RANGE'],
    ['5000-1万元', '5000..10000 YUAN RANGE'],
    ['3万-5万元', '30000..50000 YUAN RANGE'],
    ['3..5人', '3..5 PERSON RANGE'],
    ['18个村', '18 VILLAGE EXACT'],
    ['12家企业', '12 FIRM EXACT'],
    ['5场招聘会', '5 FAIR EXACT'],
    ['共120人次', '120 PERSON_TIME EXACT'],
    ['2.5 million yuan', null],
  ])('%s', (value, plain) => {
    expect(read({ value })).toEqual(plain ?? [expect.stringMatching(/^value: /)]);
  });

  test.each([
    [{ value: '35000000', unit: 'YUAN', bound: 'EXACT' }, {}, '35000000 YUAN EXACT'],
    [{ value: '28.69', unit: 'PERCENT' }, {}, '28.69 PERCENT EXACT'],
    [{ value: '3..5', unit: 'PERSON' }, {}, '3..5 PERSON RANGE'],
    [{ value: '4.2E+08', unit: 'YUAN' }, {}, '420000000 YUAN EXACT'],
    [{ value: '2500', unit: '万元' }, {}, '25000000 YUAN EXACT'],
    [{ value: '1,234.5', unit: '万元' }, {}, '12345000 YUAN EXACT'],
    [{ value: '2500' }, { value: '万元' }, '25000000 YUAN EXACT'],
    [{ value: '2500' }, { value: '单位：万元' }, '25000000 YUAN EXACT'],
    [{ value: '2500', unit: '万元' }, { value: '万元' }, '25000000 YUAN EXACT'],
    [{ value: '2500万元' }, { value: '元' }, '25000000 YUAN EXACT'],
    [{ value: '2500万元', unit: '元', bound: '约' }, {}, '25000000 YUAN 约'],
    [{ value: '18个', unit: '个村' }, {}, '18 VILLAGE EXACT'],
    [{ value: '1.5', unit: '万人次' }, {}, '15000 PERSON_TIME EXACT'],
  ])('%j with %j in the header', (cells, notes, plain) => {
    expect(read(cells, notes)).toBe(plain);
  });

  test.each<[Cells, string]>([
    [{ value: '12,34', unit: 'YUAN' }, 'which may be 12.34 or 1234'],
    [{ value: '三万五', unit: 'YUAN' }, 'which may be 30005 or 35000'],
    [{ value: '12 34', unit: 'YUAN' }, 'a number alone'],
    [{ value: '几十万元' }, 'a number alone'],
    [{ value: '千万元' }, 'a number alone'],
    [{ value: '约2500余万元' }, 'a number alone'],
    [{ value: '15-10人' }, 'a number alone'],
    [{ value: '2500万美元' }, 'which is no unit'],
    [{ value: '18个' }, 'does not say of what'],
    [{ value: '300人', unit: '人次' }, 'PERSON or nothing'],
    [{ value: '2500万', unit: '万元' }, 'the number without 万 or 亿'],
    [{ value: '约300人', bound: '确数' }, 'ABOUT or nothing'],
    [{ value: '-', unit: 'YUAN' }, 'a number alone'],
    [{ value: '无', unit: 'YUAN' }, 'a number alone'],
    [{ value: '1/3', unit: 'PERCENT' }, 'a number alone'],
  ])('%j is refused', (cells, said) => {
    expect(read(cells)).toEqual([expect.stringContaining(said)]);
  });

  test('a unit that is not that of the header is refused', () => {
    expect(read({ value: '2500', unit: 'YUAN' }, { value: '万元' })).toEqual([
      'unit: "YUAN", while the header of the value says "万元", one unit alone',
    ]);
  });
});

describe('a date as people write it', () => {
  test.each([
    ['2017年3月', '2017-03'],
    ['2017年03月', '2017-03'],
    ['2017/3', '2017-03'],
    ['2017.03', '2017-03'],
    ['2017-3', '2017-03'],
    ['201703', '2017-03'],
    ['２０１７年３月', '2017-03'],
    ['二〇一七年三月', '2017-03'],
    ['2017 年 3 月', '2017-03'],
    ['2017年3月5日', '2017-03-05'],
    ['2017年3月5号', '2017-03-05'],
    ['二零一七年十二月二十五日', '2017-12-25'],
    ['2017/3/5', '2017-03-05'],
    ['2017.3.5', '2017-03-05'],
    ['20170305', '2017-03-05'],
    ['2017/3/5 0:00', '2017-03-05'],
    ['2017-03-05T00:00:00', '2017-03-05'],
    ['42799', '2017-03-05'],
    ['2017', '2017'],
    ['2017年', '2017'],
    ['2017年度', '2017'],
    ['2018年上半年', '2018-H1'],
    ['2018下半年', '2018-H2'],
    ['2018-h2', '2018-H2'],
    ['1990年代', '1990s'],
    ['20世纪90年代', '1990s'],
    ['二十世纪九十年代', '1990s'],
    ['不详', 'unknown'],
    ['2016-02-29', '2016-02-29'],
    ['2017-02-29', null],
    ['2017年13月', null],
    ['2017年2月30日', null],
    ['2017-00', null],
    ['3/5/2017', null],
    ['Mar-17', null],
    ['12345', null],
    ['2017年底', null],
    ['', null],
  ])('%s', (written, plain) => {
    const read = partialDateColumn.parse(written);
    expect(read.kind === 'value' ? plainDate(read.value) : null).toBe(plain);
  });

  test('a day and a month that cannot be told apart are refused with what to write', () => {
    const read = partialDateColumn.parse('3/5/2017');
    expect(read).toMatchObject({ kind: 'problem', found: '"3/5/2017"' });
    expect(read.kind === 'problem' && [inEnglish(read.expected), inChinese(read.expected)]).toEqual([
      'a date with the year first, such as 2017-03-05: 3/5 may be a month and a day, or the reverse',
      '年在前的日期，如 2017-03-05：3/5 分不清月和日',
    ]);
  });

  test.each<[Cells, string]>([
    [{ from: '2022年' }, '2022 2023'],
    [{ from: '2022年', basis: '累计' }, '2022年 '],
    [{ from: '2022' }, '2022 '],
    [{ from: '2022年上半年' }, '2022-H1 2022-H2'],
    [{ from: '2017年3月', to: '至今' }, '2017年3月 '],
    [{ from: '2017年3月至今' }, '2017-03 '],
    [{ from: '2017年3月以来' }, '2017-03 '],
    [{ from: '2017-2021年' }, '2017 2022'],
    [{ from: '2017年—2021年' }, '2017 2022'],
    [{ from: '2017—2021' }, '2017 2022'],
    [{ from: '2017年3月至2021年12月' }, '2017-03 2022-01'],
    [{ from: '2017.3-2021.12' }, '2017-03 2022-01'],
    [{ from: '2017-03~2018-05' }, '2017-03 2018-06'],
    [{ from: '2022年1-6月' }, '2022-01 2022-07'],
    [{ from: '2022年1月至6月' }, '2022-01 2022-07'],
    [{ from: '2022年第一季度' }, '2022-01 2022-04'],
    [{ from: '2022年前三季度' }, '2022-01 2022-10'],
    [{ from: '2022年1-3季度' }, '2022-01 2022-10'],
    [{ from: '2022年一季度' }, '2022-01 2022-04'],
    [{ from: '2022Q1' }, '2022-01 2022-04'],
    [{ from: 'Q4 2022' }, '2022-10 2023-01'],
    [{ from: '2022年度三季度' }, '2022-07 2022-10'],
    [{ from: '2022年首季' }, '2022-01 2022-04'],
    [{ from: '2022年前两季度' }, '2022-01 2022-07'],
    [{ from: '2022年二、三季度' }, '2022-04 2022-10'],
    [{ from: '2022Q1-Q3' }, '2022-01 2022-10'],
    [{ from: '2021年四季度至2022年一季度' }, '2021-10 2022-04'],
    [{ from: '2022年上半年' }, '2022-H1 2022-H2'],
    [{ from: '2022年后半年' }, '2022-H2 2023-H1'],
    [{ from: '2017年3月5日至2017年3月9日' }, '2017-03-05 2017-03-10'],
  ])('a span %j', (cells, plain) => {
    const { cells: read, problems } = recordCells({ ...row, ...cells }, {});
    expect(problems).toEqual([]);
    expect(`${read['from']} ${read['to']}`).toBe(plain);
  });

  test.each(['2022年一、三季度', '2022年第五季度', '2022年三至一季度', '2022年12季度'])('no span: %s', (from) => {
    expect(recordCells({ ...row, from }, {}).cells['from']).toBe(from);
  });

  test('a span beside an end is refused', () => {
    const { problems } = recordCells({ ...row, from: '2017-2021年', to: '2022' }, {});
    expect(problems.map(({ column, found }) => `${column} ${inEnglish(found)}`)).toEqual([
      'to "2022", while "2017-2021年" has an end',
    ]);
  });
});
