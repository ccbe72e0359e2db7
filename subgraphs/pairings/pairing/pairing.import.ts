import { tableImport, type EntityRows, type ImportContext } from '../../../platform/import/table.js';
import { pairingTable, type PairingRow, type PartyKind } from '../../../vocabulary/pairing/pairing-table.js';
import { linkRows, parties, partyRows } from '../../../vocabulary/record/record-import.js';
import { Pairing } from './pairing.entity.js';
import { pairingWarnings } from './pairing.warnings.js';
import { CountedParties } from './side.js';

const pairingRows = (rows: readonly PairingRow[], context: ImportContext): EntityRows[] => [
  {
    entity: Pairing,
    refersTo: [
      { column: 'programmeId', file: 'programmes.csv' },
      { column: 'parentId', file: 'pairings.csv' },
    ],
    rows: rows.map(({ id, level, scope, evidence, mutual, note, programme, parent }) => ({
      id,
      level,
      scope,
      evidence,
      mutual: mutual ?? false,
      note,
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
  {
    entity: CountedParties,
    row: 'pairingId',
    refersTo: [{ column: 'regionId', file: 'regions.csv' }],
    rows: rows.flatMap(({ id, donorCounted, recipientCounted }) => [
      ...donorCounted.map((each, place) => ({ pairingId: id, role: 'DONOR', place, ...countedColumns(each) })),
      ...recipientCounted.map((each, place) => ({
        pairingId: id,
        role: 'RECIPIENT',
        place,
        ...countedColumns(each),
      })),
    ]),
  },
  ...linkRows(rows.map(({ id, sources }) => ({ id, sources }))),
];

export const pairingImport = tableImport(pairingTable, 'pairing', pairingRows, { warnings: pairingWarnings });

function countedColumns({
  count,
  kind,
  region,
}: {
  count: number | null;
  kind: PartyKind;
  region: string | null;
}): object {
  return { count, kind, regionId: region };
}
