import { boolean, described, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Provision, ProvisionKind } from './provision.entity.js';

const provisionTable = csvTable({
  file: 'provisions.csv',
  description: 'What parties agreed, set up or hold, as one source reports it.',
  columns: {
    ...recordColumns('provisions.csv'),
    kind: oneOf(ProvisionKind),
    title: described('In Chinese', text),
    titleEn: described('In English', optional(text)),
    items: described('The items of its list', termsColumn),
    complete: described('Whether the list of items is closed', optional(boolean)),
    region: described('The region that it holds in', optional(reference('regions.csv'))),
    issuer: described('Who set it up', partiesColumn),
    participant: described('Who takes part', partiesColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const provisionImport = tableImport(provisionTable, 'provision', (rows, context) =>
  recordRows(Provision, rows, context, {
    columns: (row) => ({ kind: row.kind, title: row.title, titleEn: row.titleEn, complete: row.complete }),
    parties: (row) => ({ PLACE: row.region, ISSUER: row.issuer, PARTICIPANT: row.participant }),
    terms: (row) => row.items,
  }),
);
