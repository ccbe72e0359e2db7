import { tableImport, type EntityRows, type ImportContext } from '../../../platform/import/table.js';
import { pairingTable, type PairingRow } from '../../../vocabulary/pairing/pairing-table.js';
import { countedRows } from '../../../vocabulary/party/counted-parties.js';
import { counted, linkRows, parties, partyRows } from '../../../vocabulary/record/record-import.js';
import { Pairing } from './pairing.entity.js';
import { pairingWarnings } from './pairing.warnings.js';

const pairingRows = (rows: readonly PairingRow[], context: ImportContext): EntityRows[] => [
  {
    entity: Pairing,
    refersTo: [
      { column: 'programmeId', file: 'programmes.csv' },
      { column: 'parentId', file: 'pairings.csv' },
    ],
    rows: rows.map(({ id, level, scope, evidence, mutual, note, noteZh, programme, parent }) => ({
      id,
      level,
      scope,
      evidence,
      mutual: mutual ?? false,
      note,
      noteZh,
      programmeId: programme,
      parentId: parent,
    })),
  },
  parties(
    rows.flatMap(({ id, donor, recipient }) => [
      ...partyRows(id, 'DONOR', donor, context),
      ...partyRows(id, 'RECIPIENT', recipient, context),
    ]),
  ),
  counted(
    rows.flatMap(({ id, donorCounted, recipientCounted }) => [
      ...countedRows(id, 'DONOR', donorCounted),
      ...countedRows(id, 'RECIPIENT', recipientCounted),
    ]),
  ),
  ...linkRows(rows.map(({ id, sources }) => ({ id, sources }))),
];

export const pairingImport = tableImport(pairingTable, 'pairing', pairingRows, { warnings: pairingWarnings });
