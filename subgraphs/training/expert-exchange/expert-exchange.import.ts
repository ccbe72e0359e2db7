import { described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { ExpertExchange, ExpertExchangeKind } from './expert-exchange.entity.js';

const expertExchangeTable = csvTable({
  file: 'expert_exchanges.csv',
  description: 'Experts who work or help at the other side, and technologies passed on, as one source reports them.',
  columns: {
    ...recordColumns('expert_exchanges.csv'),
    kind: oneOf(ExpertExchangeKind),
    direction: described('Which side they go to', oneOf(Direction)),
    frequency: described('How often they come or meet, in English', optional(text)),
    people: described('Which people they are', termsColumn),
    origins: described('Where they come from', partiesColumn),
    destinations: described('Where they go', partiesColumn),
    site: described('Where they work, such as a base or a school', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const expertExchangeImport = tableImport(expertExchangeTable, 'expertExchange', (rows, context) =>
  recordRows(ExpertExchange, rows, context, {
    columns: (row) => ({ kind: row.kind, direction: row.direction, frequency: row.frequency }),
    parties: (row) => ({ ORIGIN: row.origins, DESTINATION: row.destinations, HOST: row.site }),
    terms: (row) => row.people,
  }),
);
