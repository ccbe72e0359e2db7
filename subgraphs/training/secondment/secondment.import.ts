import { integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/columns.js';
import { Direction } from '../../../vocabulary/direction.js';
import { PartyEntity } from '../../../vocabulary/party.js';
import {
  linkRows,
  partyRows,
  recordColumns,
  recordProblems,
  reportedColumns,
} from '../../../vocabulary/record-table.js';
import { Seconded, Secondment } from './secondment.entity.js';

const secondmentTable = csvTable({
  file: 'secondments.csv',
  description: 'People posted for a term at the other side, as one source reports them.',
  columns: {
    ...recordColumns('secondments.csv'),
    direction: oneOf(Direction),
    seconded: oneOf(Seconded),
    months: optional(integer),
    batches: optional(integer),
    post: optional(text),
    postEn: optional(text),
    holder: optional(text),
    holderEn: optional(text),
    origins: partiesColumn,
    destinations: partiesColumn,
  },
  key: (row) => row.id,
  check: recordProblems,
});

export const secondmentImport = tableImport(secondmentTable, 'secondment', (rows, context) => [
  {
    entity: Secondment,
    rows: rows.map((row) => ({
      ...reportedColumns(row),
      direction: row.direction,
      seconded: row.seconded,
      months: row.months,
      batches: row.batches,
      post: row.post,
      postEn: row.postEn,
      holder: row.holder,
      holderEn: row.holderEn,
    })),
  },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'ORIGIN', row.origins, context),
      ...partyRows(row.id, 'DESTINATION', row.destinations, context),
    ]),
  },
  ...linkRows(rows),
]);
