import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { Seconded, Secondment } from './secondment.entity.js';

const secondmentTable = csvTable({
  file: 'secondments.csv',
  description: 'People posted for a term at the other side, as one source reports them.',
  columns: {
    ...recordColumns('secondments.csv', ['PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME']),
    direction: described('Which side they go to', oneOf(Direction)),
    seconded: described('Which people they are', oneOf(Seconded)),
    months: described('For how many months each is posted', optional(integer)),
    batches: described('In how many batches they went', optional(integer)),
    post: described('Post in Chinese, as printed', optional(text)),
    postEn: described('Post or duty in English', optional(text)),
    holder: described('Name of an office holder whom the source names in the office', optional(text)),
    holderEn: described('That name in pinyin', optional(text)),
    origins: described('Where they come from', partiesColumn),
    destinations: described('Where they go', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const secondmentImport = tableImport(secondmentTable, 'secondment', (rows, context) =>
  recordRows(Secondment, rows, context, {
    columns: (row) => ({
      direction: row.direction,
      seconded: row.seconded,
      months: row.months,
      batches: row.batches,
      post: row.post,
      postEn: row.postEn,
      holder: row.holder,
      holderEn: row.holderEn,
    }),
    parties: (row) => ({ ORIGIN: row.origins, DESTINATION: row.destinations }),
  }),
);
