import { described, integer, oneOf, optional } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Worker } from '../placement/placement.entity.js';
import { JobFair } from './job-fair.entity.js';

const jobFairTable = csvTable({
  file: 'job_fairs.csv',
  description: 'Job fairs, held or planned, as one source reports them.',
  columns: {
    ...recordColumns('job_fairs.csv', ['FAIR']),
    firms: described('How many firms took part, over all the fairs', optional(integer)),
    worker: described('Which people they are for', optional(oneOf(Worker))),
    organisers: described('Who holds them', partiesColumn),
    recipient: described('Whose people they are for', partiesColumn),
    host: described('Where they are held', partiesColumn),
    channels: described('The ways of recruiting that went with them', termsColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const jobFairImport = tableImport(jobFairTable, 'jobFair', (rows, context) =>
  recordRows(JobFair, rows, context, {
    columns: (row) => ({ firms: row.firms, worker: row.worker }),
    parties: (row) => ({ PROVIDER: row.organisers, RECIPIENT: row.recipient, HOST: row.host }),
    terms: (row) => row.channels,
  }),
);
