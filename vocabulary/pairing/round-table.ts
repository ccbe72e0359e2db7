import { described, id, list, oneOf, optional, reference, text } from '../../platform/import/columns.js';
import { tableImport } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import { Listing } from './listing.js';
import { PairingLevel } from './pairing-table.js';
import { RoundRefEntity } from './round-ref.js';

/** The table of rounds. */
export const roundTable = csvTable({
  file: 'rounds.csv',
  description: 'A round of a programme: one list or decision by which pairings began, went on or ended.',
  columns: {
    id: described('Of your choice; periods of pairings refer to it', id),
    programme: described('The programme that it is a round of', reference('programmes.csv')),
    name: described('In Chinese', text),
    nameEn: described('In English', optional(text)),
    basis: described('The document that made it', optional(reference('documents.csv'))),
    listing: described('Whether all its pairings are there, of every level', oneOf(Listing)),
    completeLevels: described('Of a PARTIAL one: the levels of which all are there', list(oneOf(PairingLevel))),
    missing: described('What is missing, in English', optional(text)),
    missingZh: described('What is missing, in Chinese', optional(text)),
  },
  key: (row) => row.id,
});

/** Copies of the rounds that every subgraph keeps. */
export const roundRefImport = tableImport(roundTable, 'roundRef', (rows) => [
  {
    entity: RoundRefEntity,
    rows: rows.map(({ id: round, programme, listing }) => ({ id: round, programme, listing })),
  },
]);
