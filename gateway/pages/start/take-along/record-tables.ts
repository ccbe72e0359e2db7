import { csvAddress } from '../lists/csv-address.js';
import { say } from '../language.js';
import type { Word } from '../words.js';

/** A table that a page offers: its name for readers, and its path. */
export interface OfferedTable {
  readonly name: string;
  readonly path: string;
}

/** The tables of records, and what each has. */
const recordTables: readonly (readonly [table: string, word: Word])[] = [
  ['funds', 'money'],
  ['projects', 'projects'],
  ['placements', 'totalPlacements'],
  ['job-offers', 'totalJobOffers'],
  ['courses', 'totalCourses'],
  ['secondments', 'totalSecondments'],
  ['outcomes', 'outcomes'],
];

/** The tables of a pairing: its years, and its records. */
export function pairingTables(id: string): readonly OfferedTable[] {
  return tablesOf({ pairing: { eq: id } });
}

/** The tables of a region with the regions in it: the years of its pairings, and the records in which it has a part. */
export function regionTables(id: string): readonly OfferedTable[] {
  const within = { within: id };
  const eitherSide = { or: [{ donor: within }, { recipient: within }] };
  return [
    { name: say('tableYears'), path: csvAddress('pairing-years', eitherSide) },
    { name: say('money'), path: csvAddress('funds', eitherSide) },
    { name: say('projects'), path: csvAddress('projects', { or: [{ place: within }, { donor: within }] }) },
    { name: say('totalPlacements'), path: csvAddress('placements', eitherSide) },
    { name: say('totalJobOffers'), path: csvAddress('job-offers', { recipient: within }) },
    { name: say('totalCourses'), path: csvAddress('courses', eitherSide) },
    { name: say('outcomes'), path: csvAddress('outcomes', { region: within }) },
  ];
}

/** The years of pairings or regions that are compared. */
export function comparedTables(kind: 'pairings' | 'regions', ids: readonly string[]): readonly OfferedTable[] {
  const filter =
    kind === 'pairings'
      ? { pairing: { in: ids } }
      : { or: ids.flatMap((within) => [{ donor: { within } }, { recipient: { within } }]) };
  return [{ name: say('tableYears'), path: csvAddress('pairing-years', filter) }];
}

/** The tables of a document: the records that it prints. */
export function documentTables(id: string): readonly OfferedTable[] {
  return recordsOf({ document: { eq: id } });
}

function tablesOf(filter: object): readonly OfferedTable[] {
  return [{ name: say('tableYears'), path: csvAddress('pairing-years', filter) }, ...recordsOf(filter)];
}

const recordsOf = (filter: object): readonly OfferedTable[] =>
  recordTables.map(([table, word]) => ({ name: say(word), path: csvAddress(table, filter) }));
