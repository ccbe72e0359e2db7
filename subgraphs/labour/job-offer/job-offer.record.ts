import { described, oneOf, optional } from '../../../platform/import/columns.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, regionPart, standingPart } from '../../../vocabulary/record/filter.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { withFilter } from '../../../vocabulary/totals.js';
import { Worker, WorkerFilter, workerOrder } from '../worker.js';
import { JobOffer } from './job-offer.entity.js';

const filter = recordFilter('JobOffersFilter', 'Which job offers a list has.', {
  worker: part(WorkerFilter, 'Which people they are offered to.'),
  provider: regionPart('PROVIDER', 'A region that offers them.'),
  recipient: standingPart(
    sideAs('RECIPIENT'),
    'The region whose people they are offered to; where the source names nobody, the recipient of their pairing.',
  ),
});

export const jobOffer = recordType('JobOffer', JobOffer, {
  words: ['record of jobs offered', 'records of jobs offered'],
  filter,
  total: { args: withFilter(filter), unit: () => 'JOB' },
  scope: {
    enumerations: { worker: workerOrder },
    words: [],
    sides: { donor: 'PROVIDER', recipient: 'RECIPIENT' },
  },
  table: {
    description: 'Jobs offered, as one source reports them.',
    units: ['JOB'],
    columns: {
      worker: described('Which people they are offered to', optional(oneOf(Worker))),
      providers: inRole('PROVIDER', 'Who offers them, or brings them'),
      recipient: inRole('RECIPIENT', 'Whose people they are offered to'),
    },
  },
});
