import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const GroupKey = describedEnum('GroupKey', 'What records are grouped by.', {
  PAIRING: ['by pairing', '按结对', 'The pairing they belong to; a record of two pairings is in the group of each.'],
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
  DONOR_PROVINCE: ['by province that helps', '按帮扶省份', 'The province of the region that helps.'],
  RECIPIENT_PROVINCE: ['by province that is helped', '按受帮扶省份', 'The province of the region that is helped.'],
  YEAR: [
    'by year',
    '按年份',
    'The year that the figure is of. Figures of several years are in none of them: each such period is a group.',
  ],
  KIND: ['by kind', '按类别', 'The kind of record.'],
});
export type GroupKey = EnumValue<typeof GroupKey>;

/** Keys that lie in one another. */
export const nestedKeys: readonly GroupKey[] = ['PAIRING', 'DONOR', 'RECIPIENT'];

/** The columns that the keys are selected in. */
export const columnsOfKeys = (groupBy: readonly GroupKey[]): readonly string[] =>
  groupBy.flatMap((key) => (key === 'YEAR' ? ['year', 'years'] : [keyColumns[key]]));

const keyColumns: Readonly<Record<GroupKey, string>> = {
  PAIRING: 'pairing',
  DONOR: 'donor',
  RECIPIENT: 'recipient',
  DONOR_PROVINCE: 'donorProvince',
  RECIPIENT_PROVINCE: 'recipientProvince',
  YEAR: 'year',
  KIND: 'kind',
};
