import { described, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partialDateColumn, sourcesColumn, spanProblems } from '../../../vocabulary/columns.js';
import { linkRows } from '../../../vocabulary/record-table.js';
import { codeColumn } from '../../../vocabulary/region-table.js';
import { RegionVersion } from './region-version.entity.js';

const versionTable = csvTable({
  file: 'region_versions.csv',
  description: 'A name and a code that a region had in a span of time.',
  columns: {
    region: described('The region as it is today', reference('regions.csv')),
    name: described('Its Chinese name in the span', text),
    nameEn: described('That name in English or pinyin', optional(text)),
    code: described('Its code in the span', optional(codeColumn)),
    from: described('First day on which they held', partialDateColumn),
    to: described('The day after the last; empty where they still hold', optional(partialDateColumn)),
    note: described('What name, code and dates rest on, and what of them is open, in English', text),
    sources: described('Where it is printed', optional(sourcesColumn)),
  },
  // No id has a slash, so the sources of a version are no other record's.
  key: ({ region, from }) => `${region}/${from.date ?? 'unknown'}`,
  check: spanProblems,
});

export const regionVersionImport = tableImport(versionTable, 'regionVersion', (rows) => {
  const withIds = rows.map((row) => ({ ...row, id: versionTable.key(row), sources: row.sources ?? [] }));
  return [
    {
      entity: RegionVersion,
      rows: withIds.map(({ id, region, name, nameEn, code, from, to, note }) => ({
        id,
        regionId: region,
        name,
        nameEn,
        code,
        note,
        fromDate: from.date,
        fromPrecision: from.precision,
        toDate: to?.date ?? null,
        toPrecision: to?.precision ?? null,
      })),
    },
    ...linkRows(withIds),
  ];
});
