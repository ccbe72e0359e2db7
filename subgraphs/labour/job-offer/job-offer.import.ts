import { described, oneOf, optional } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
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

export const jobOfferImport = tableImport(jobOfferTable, 'jobOffer', (rows, context) =>
  recordRows(JobOffer, rows, context, {
    columns: (row) => ({ worker: row.worker }),
    parties: (row) => ({ PROVIDER: row.providers, RECIPIENT: row.recipient }),
  }),
);
