import { describe, expect, test } from '@jest/globals';

import type { Figure } from '../../vocabulary/figure/figure.js';
import { figureText } from '../../vocabulary/figure/figure-text.js';
import { partialDateText, type PartialDate } from '../../vocabulary/figure/partial-date.js';

const exactly = (value: number, rest: Partial<Figure>): Parameters<typeof figureText>[0] => ({
  value,
  min: value,
  max: value,
  unit: 'PERSON',
  bound: 'EXACT',
  status: 'ACTUAL',
  ...rest,
});

describe('a figure reads as a person would write it', () => {
  test.each([
    [exactly(65_940_000, { unit: 'YUAN' }), '65.94 million yuan', '6594万元'],
    [exactly(150_000_000, { unit: 'YUAN' }), '150 million yuan', '1.5亿元'],
    [exactly(1_467_000_000, { unit: 'YUAN' }), '1.467 billion yuan', '14.67亿元'],
    [exactly(35_000_000, { unit: 'YUAN', bound: 'AT_LEAST', max: null }), 'at least 35 million yuan', '至少3500万元'],
    [exactly(1_000_000, { unit: 'YUAN', bound: 'APPROACHING', min: null }), 'nearly 1 million yuan', '接近100万元'],
    [exactly(1_234_567.89, { unit: 'YUAN' }), '1,234,567.89 yuan', '1234567.89元'],
    [exactly(9_223, {}), '9,223 persons', '9223人'],
    [exactly(1, {}), '1 person', '1人'],
    [exactly(31_000, { unit: 'PERSON_TIME' }), '31,000 person-times', '3.1万人次'],
    [exactly(60, { bound: 'ABOUT', status: 'UNSPECIFIED' }), 'about 60 persons', '约60人'],
    [exactly(12, { unit: 'SESSION', status: 'PLANNED' }), '12 sessions (planned)', '12期（计划）'],
    [exactly(8.53, { unit: 'PERCENT' }), '8.53%', '8.53%'],
    [exactly(0, { unit: 'YUAN' }), '0 yuan', '0元'],
    [{ ...exactly(3, { bound: 'RANGE', max: 5 }), value: null }, '3 to 5 persons', '3至5人'],
    [
      exactly(362_000, { bound: 'INFERRED' }),
      '362,000 persons (inferred from a damaged text)',
      '36.2万人（据残损文本推断）',
    ],
  ])('%#: %o', (figure, english, chinese) => {
    expect([figureText(figure, 'EN'), figureText(figure, 'ZH')]).toEqual([english, chinese]);
  });
});

describe('a date is as precise as its source', () => {
  const cases: [PartialDate, string, string][] = [
    [{ date: '2018-04-19', precision: 'DAY' }, '19 April 2018', '2018年4月19日'],
    [{ date: '2016-12-01', precision: 'MONTH' }, 'December 2016', '2016年12月'],
    [{ date: '2018-01-01', precision: 'HALF_YEAR' }, 'first half of 2018', '2018年上半年'],
    [{ date: '2018-07-01', precision: 'HALF_YEAR' }, 'second half of 2018', '2018年下半年'],
    [{ date: '2012-01-01', precision: 'YEAR' }, '2012', '2012年'],
    [{ date: '1990-01-01', precision: 'DECADE' }, 'the 1990s', '20世纪90年代'],
    [{ date: null, precision: 'UNKNOWN' }, 'date unknown', '日期不详'],
  ];

  test.each(cases)('%o', (date, english, chinese) => {
    expect([partialDateText(date, 'EN'), partialDateText(date, 'ZH')]).toEqual([english, chinese]);
  });
});
