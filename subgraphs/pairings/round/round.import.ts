import { described, id, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { tableImport } from '../../../platform/import/table.js';
import { csvTable } from '../../../vocabulary/chinese/table.js';
import { PairingLevel } from '../../../vocabulary/pairing/pairing-table.js';
import { Listing } from './listing.js';
import { Round, RoundLevel } from './round.entity.js';

const roundTable = csvTable({
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

export const roundImport = tableImport(roundTable, 'round', (rows) => [
  {
    entity: Round,
    refersTo: [
      { column: 'programmeId', file: 'programmes.csv' },
      { column: 'basisId', file: 'documents.csv' },
    ],
    rows: rows.map(({ id, programme, name, nameEn, basis, listing, missing, missingZh }) => ({
      id,
      name,
      nameEn,
      listing,
      missing,
      missingZh,
      programmeId: programme,
      basisId: basis,
    })),
  },
  {
    entity: RoundLevel,
    row: 'roundId',
    rows: rows.flatMap(({ id: roundId, completeLevels }) => completeLevels.map((level) => ({ roundId, level }))),
  },
]);
