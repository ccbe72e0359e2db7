import { described, oneOf, optional } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/columns.js';
import { PartyEntity } from '../../../vocabulary/party.js';
import {
  linkRows,
  partyRows,
  recordColumns,
  recordProblems,
  reportedColumns,
} from '../../../vocabulary/record-table.js';
import { Worker } from '../placement/placement.entity.js';
import { JobOffer } from './job-offer.entity.js';

const jobOfferTable = csvTable({
  file: 'job_offers.csv',
  description: 'Jobs offered, as one source reports them.',
  columns: {
    ...recordColumns('job_offers.csv', ['JOB']),
    worker: described('Which people they are offered to', optional(oneOf(Worker))),
    providers: described('Who offers them, or brings them', partiesColumn),
    recipient: described('Whose people they are offered to', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const jobOfferImport = tableImport(jobOfferTable, 'jobOffer', (rows, context) => [
  { entity: JobOffer, rows: rows.map((row) => ({ ...reportedColumns(row), worker: row.worker })) },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'PROVIDER', row.providers, context),
      ...partyRows(row.id, 'RECIPIENT', row.recipient, context),
    ]),
  },
  ...linkRows(rows),
]);
