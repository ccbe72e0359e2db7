import { describedEnum, enumDocumentation, type DescribedValue } from '../../platform/described-enum.js';
import { columnNameZh } from '../chinese/table.js';
import type { RecordTable } from '../record/record-import.js';

/** The keys of all types of records. */
const commonKeys = [
  'PAIRING',
  'PROGRAMME',
  'LEVEL',
  'DONOR',
  'RECIPIENT',
  'DONOR_PREFECTURE',
  'RECIPIENT_PREFECTURE',
  'DONOR_PROVINCE',
  'RECIPIENT_PROVINCE',
  'YEAR',
  'HALF_YEAR',
  'KIND',
] as const;
type CommonKey = (typeof commonKeys)[number];

/** A column of a type of record that it can be grouped by. */
export interface OwnKey {
  readonly column: string;
  readonly enumeration: object;
}

/** The columns of a type of record that have enumerations, by their keys: `trainee` under TRAINEE. */
export const ownKeysOf = (columns: RecordTable['columns']): Readonly<Record<string, OwnKey>> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, { enumeration, stored }]): [string, OwnKey][] => {
      const key = column.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      // A column that is called as a common key is KIND itself.
      return enumeration === undefined || stored !== undefined || commonKeys.some((each) => each === key)
        ? []
        : [[key, { column, enumeration }]];
    }),
  );

/** What a key of its own is, as its enumeration says. */
export const meaningOf = ({ column, enumeration }: OwnKey): string =>
  enumDocumentation(enumeration)?.description ?? column;

/** The enumeration of the keys of a type of record: `FundGroupKey`. `file` is its CSV table, which names its columns. */
export const groupKeyEnum = (
  name: string,
  words: string,
  file: string,
  own: Readonly<Record<string, OwnKey>>,
): Readonly<Record<string, string>> =>
  describedEnum(
    `${name}GroupKey`,
    `What ${words} are grouped by.`,
    withOwn(file, own, {
      PAIRING: [
        'by pairing',
        '按结对',
        'The pairing they belong to; a record of two pairings is in the group of each.',
      ],
      PROGRAMME: [
        'by programme',
        '按帮扶项目',
        'The programme of their pairing, or the one that they are about as a whole; each once.',
      ],
      LEVEL: ['by level', '按结对层级', 'The level of their pairing.'],
      DONOR: [
        'by region that helps',
        '按帮扶地区',
        'The region that helps: the record’s own donor, else that of its pairing. A body counts for the region it belongs to.',
      ],
      RECIPIENT: [
        'by region that is helped',
        '按受帮扶地区',
        'The region that is helped: the record’s own recipient, or where its people come from, else that of its pairing. A body counts for the region it belongs to.',
      ],
      DONOR_PREFECTURE: [
        'by prefecture that helps',
        '按帮扶地市',
        'The prefecture of the region that helps; none for a province, and for a district of a municipality.',
      ],
      RECIPIENT_PREFECTURE: [
        'by prefecture that is helped',
        '按受帮扶地市',
        'The prefecture of the region that is helped; none for a province, and for a district of a municipality.',
      ],
      DONOR_PROVINCE: ['by province that helps', '按帮扶省份', 'The province of the region that helps.'],
      RECIPIENT_PROVINCE: ['by province that is helped', '按受帮扶省份', 'The province of the region that is helped.'],
      YEAR: [
        'by year',
        '按年份',
        'The year that the figure is of. Figures of several years are in none of them: each such period is a group.',
      ],
      HALF_YEAR: [
        'by half-year',
        '按半年',
        'The half-year that the figure is of. Figures of longer are in none of them: each year and each longer period is a group.',
      ],
      KIND: ['by kind', '按类别', 'The kind of record.'],
    }),
  );

const withOwn = (
  file: string,
  own: Readonly<Record<string, OwnKey>>,
  common: Readonly<Record<CommonKey, DescribedValue>>,
): Readonly<Record<string, DescribedValue>> => ({
  ...common,
  ...Object.fromEntries(
    Object.entries(own).map(([key, column]): [string, DescribedValue] => [
      key,
      [`by ${key.toLowerCase().replaceAll('_', ' ')}`, `按${columnNameZh(file, column.column)}`, meaningOf(column)],
    ]),
  ),
});

/** Keys that lie in one another. */
export const nestedKeys: readonly string[] = ['PAIRING', 'DONOR', 'RECIPIENT'];

/** The columns that the keys are selected in. */
export const columnsOfKeys = (groupBy: readonly string[]): readonly string[] => [
  ...new Set(groupBy.flatMap((key) => keyColumns[key as CommonKey] ?? [ownColumn(key)])),
];

/** The column that a key of a type’s own is selected in. */
export const ownColumn = (key: string): string =>
  `own${key.charAt(0)}${key.slice(1).toLowerCase().replaceAll('_', '')}`;

const keyColumns: Readonly<Partial<Record<CommonKey, readonly string[]>>> = {
  PAIRING: ['pairing'],
  PROGRAMME: ['programme'],
  LEVEL: ['pairingLevel'],
  DONOR: ['donor'],
  RECIPIENT: ['recipient'],
  DONOR_PREFECTURE: ['donorPrefecture'],
  RECIPIENT_PREFECTURE: ['recipientPrefecture'],
  DONOR_PROVINCE: ['donorProvince'],
  RECIPIENT_PROVINCE: ['recipientProvince'],
  YEAR: ['year', 'years'],
  HALF_YEAR: ['halfYear', 'year', 'years'],
  KIND: ['kind'],
};
