import type { Identified } from '../../platform/page.js';
import type { PartyRole } from '../party/party.js';
import { parties, sides, type PartyCells } from './readers.js';
import { joined, type RowFields } from './row-field.js';
import type { RowPage, RowReader } from './row-page.js';

/** Those who stand for something in a row, and what has to be read to know them. */
export interface RowParties<Row> {
  readonly reads: readonly RowReader<Row>[];
  readonly of: (row: Row, page: RowPage) => readonly PartyCells[];
}

/** The columns of those who stand for something: id, code, names and province, several joined by "; ". */
export function partyFields<Row extends Identified>(
  name: string,
  meaning: string,
  { reads, of }: RowParties<Row>,
): RowFields<Row> {
  const field = (cell: Exclude<keyof PartyCells, 'role'>, description: string): RowFields<Row>[string] => ({
    type: 'String',
    description: `${meaning}: ${description}.`,
    reads,
    value: (row, page) => joined(of(row, page).map((party) => party[cell])),
  });
  return {
    [`${name}Id`]: field('id', 'the id of the region or organisation'),
    [`${name}Code`]: field('code', 'today’s GB/T 2260 code (行政区划代码)'),
    [`${name}Name`]: field('name', 'today’s Chinese name of a region, the source’s of an organisation'),
    [`${name}NameEn`]: field('nameEn', 'the name in English or pinyin'),
    [`${name}Province`]: field('province', 'the Chinese name of its province (省份)'),
  };
}

/** Those whom the record itself names in a role. */
export const inRole = (role: PartyRole): RowParties<Identified> => ({
  reads: [parties],
  of: ({ id }, page) => page.of(parties, id).filter((party) => party.role === role),
});

/** Those whom the record names in a role, else those on that side of its pairings, each once. */
export const onSide = (role: PartyRole, side: 'DONOR' | 'RECIPIENT'): RowParties<Identified> => {
  const own = inRole(role);
  const theirs = onSideOf(sides, side);
  return {
    reads: [parties, sides],
    of: (row, page) => {
      const named = own.of(row, page);
      return named.length > 0 ? named : theirs.of(row, page);
    },
  };
};

/** Those on a side, each once. `keyOf` is what the reader knows them by. */
export const onSideOf = <Row extends Identified>(
  reader: RowReader<Row, PartyCells>,
  side: 'DONOR' | 'RECIPIENT',
  keyOf: (row: Row) => string = ({ id }) => id,
): RowParties<Row> => ({
  reads: [reader],
  of: (row, page) => {
    const named = page.of(reader, keyOf(row)).filter(({ role }) => role === side);
    return [...new Map(named.map((party) => [party.id, party])).values()];
  },
});
