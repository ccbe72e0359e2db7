import { described, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { tableImport } from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { noteColumns, partialDateColumn, sourcesColumn, spanProblems } from '../../../vocabulary/record/columns.js';
import { spanCells } from '../../../vocabulary/written/span-cells.js';
import { linkRows } from '../../../vocabulary/record/record-import.js';
import { codeColumn } from '../../../vocabulary/party/region-table.js';
import { withPinyin } from '../search/pinyin.js';
import { formerForms, searchFormRows } from '../search/search-forms.js';
import { RegionVersion, RegionVersionKind } from './region-version.entity.js';

const versionTable = csvTable({
  file: 'region_versions.csv',
  description: 'A name and a code that a region, or one that went into it, had in a span of time.',
  columns: {
    region: described('The region as it is today', reference('regions.csv')),
    kind: oneOf(RegionVersionKind),
    name: described('The Chinese name in the span', text),
    nameEn: described('That name in English', optional(text)),
    pinyin: described('The pinyin of that name; worked out when left empty', optional(text)),
    code: described('The code in the span', optional(codeColumn)),
    from: described('First day on which they held', partialDateColumn),
    to: described('The day after the last; empty where they still hold', optional(partialDateColumn)),
    firstSeen: described('The earliest date for which a source shows it', optional(partialDateColumn)),
    lastSeen: described('The latest date for which a source shows it', optional(partialDateColumn)),
    ...noteColumns,
    sources: described('Registers that show it, and where it is printed', optional(sourcesColumn)),
  },
  // No id has a slash, so the sources of a version are no other record's.
  key: ({ region, name, code, from, firstSeen }) =>
    [region, code, name, from.date, firstSeen?.date].map((part) => part ?? '').join('/'),
  check: spanProblems,
  written: (cells) => spanCells(cells, false),
});

export const regionVersionImport = tableImport(versionTable, 'regionVersion', async (rows) => {
  const ended = await withPinyin(rows.filter(({ to }) => to !== null));
  const withIds = rows.map((row) => ({ ...row, id: versionTable.key(row), sources: row.sources ?? [] }));
  return [
    {
      entity: RegionVersion,
      refersTo: [{ column: 'regionId', file: 'regions.csv' }],
      rows: withIds.map(({ id, region, kind, name, nameEn, code, from, to, firstSeen, lastSeen, note, noteZh }) => ({
        id,
        regionId: region,
        kind,
        name,
        nameEn,
        code,
        note,
        noteZh,
        fromDate: from.date,
        fromPrecision: from.precision,
        toDate: to?.date ?? null,
        toPrecision: to?.precision ?? null,
        firstSeenDate: firstSeen?.date ?? null,
        firstSeenPrecision: firstSeen?.precision ?? null,
        lastSeenDate: lastSeen?.date ?? null,
        lastSeenPrecision: lastSeen?.precision ?? null,
      })),
    },
    searchFormRows(ended.flatMap(formerForms)),
    ...linkRows(withIds),
  ];
});
