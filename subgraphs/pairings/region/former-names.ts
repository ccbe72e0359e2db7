import type { FormerNames, StoredRow } from '../../../platform/import/table.js';
import { heldIn, type RegionVersion } from './region-version.entity.js';

const version = (row: StoredRow): RegionVersion => row as unknown as RegionVersion;

/** The names and codes that regions had, for names in rows of other days. */
export const formerNames: FormerNames = {
  table: 'regionVersion',
  owner: 'regionId',
  isOwn: (row) => version(row).kind === 'ITSELF',
  heldIn: (row, days) => heldIn(version(row), days),
  span(row) {
    const { fromDate, firstSeenDate, toDate, lastSeenDate, toPrecision } = version(row);
    const end = toPrecision === null ? 'today' : (toDate ?? lastSeenDate ?? 'an unknown day');
    return `${fromDate ?? firstSeenDate ?? 'of old'} to ${end}`;
  },
  // GB/T 2260: two digits for the province, two for the prefecture, two for the county.
  codesAbove: (code) => [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((above) => above !== code),
};
