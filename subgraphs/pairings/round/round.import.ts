import { tableImport } from '../../../platform/import/table.js';
import { roundTable } from '../../../vocabulary/pairing/round-table.js';
import { Round, RoundLevel } from './round.entity.js';

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
