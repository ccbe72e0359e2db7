import { described, integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { Direction } from '../../../vocabulary/record/direction.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Exchange, ExchangeKind } from './exchange.entity.js';

const exchangeTable = csvTable({
  file: 'exchanges.csv',
  description: 'Visits, meetings, delegations and events, as one source reports them.',
  columns: {
    ...recordColumns('exchanges.csv'),
    kind: oneOf(ExchangeKind),
    title: described('Name of the event in Chinese', optional(text)),
    titleEn: described('What it is, in English', optional(text)),
    direction: described('Which side they go to', optional(oneOf(Direction))),
    groups: described('In how many groups they came', optional(integer)),
    agenda: described('What was on the agenda', termsColumn),
    origin: described('Where people came from', optional(reference('regions.csv'))),
    destination: described('The regions they went to', list(reference('regions.csv'))),
    place: described('Where it took place, as near as the source tells', optional(reference('regions.csv'))),
    organiser: described('Who held it', partiesColumn),
    participant: described('Who took part', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const exchangeImport = tableImport(exchangeTable, 'exchange', (rows, context) =>
  recordRows(Exchange, rows, context, {
    columns: (row) => ({
      kind: row.kind,
      title: row.title,
      titleEn: row.titleEn,
      direction: row.direction,
      groups: row.groups,
    }),
    parties: (row) => ({
      ORIGIN: row.origin,
      DESTINATION: row.destination,
      PLACE: row.place,
      PROVIDER: row.organiser,
      PARTICIPANT: row.participant,
    }),
    terms: (row) => row.agenda,
  }),
);
