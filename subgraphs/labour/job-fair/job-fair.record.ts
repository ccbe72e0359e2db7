import { described, integer, oneOf, optional } from '../../../platform/import/columns.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, regionPart, standingPart } from '../../../vocabulary/record/filter.js';
import { IntFilter } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Worker, WorkerFilter, workerOrder } from '../worker.js';
import { JobFair } from './job-fair.entity.js';

export const jobFair = recordType('JobFair', JobFair, {
  words: ['record of job fairs', 'records of job fairs'],
  filter: recordFilter('JobFairsFilter', 'Which job fairs a list has.', {
    firms: part(IntFilter, 'How many firms took part.'),
    worker: part(WorkerFilter, 'Which people they are for.'),
    organiser: regionPart('PROVIDER', 'A region that holds them.'),
    recipient: standingPart(
      sideAs('RECIPIENT'),
      'The region whose people they are for; where the source names nobody, the recipient of their pairing.',
    ),
    host: regionPart('HOST', 'The region where they are held.'),
  }),
  scope: { enumerations: { worker: workerOrder }, words: [], sides: { recipient: 'RECIPIENT' } },
  table: {
    description: 'Job fairs, held or planned, as one source reports them.',
    units: ['FAIR', 'EVENT'],
    columns: {
      firms: described('How many firms took part, over all the fairs', optional(integer)),
      worker: described('Which people they are for', optional(oneOf(Worker))),
      organisers: inRole('PROVIDER', 'Who holds them'),
      recipient: inRole('RECIPIENT', 'Whose people they are for'),
      host: inRole('HOST', 'Where they are held'),
      channels: termList('The ways of recruiting that went with them'),
    },
  },
});
