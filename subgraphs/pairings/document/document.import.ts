import { say } from '../../../platform/import/message.js';
import { tableImport } from '../../../platform/import/table.js';
import { documentColumns, documentTable } from '../../../vocabulary/document/document-table.js';
import type { PartialDate } from '../../../vocabulary/figure/partial-date.js';
import { daysOf } from '../../../vocabulary/record/columns.js';
import { parties, partyRows } from '../../../vocabulary/record/record-import.js';
import { oddYears } from '../../../vocabulary/warning/span-warnings.js';
import { documentForms, searchFormRows } from '../search/search-forms.js';
import { Document } from './document.entity.js';

export const documentImport = tableImport(
  documentTable,
  'document',
  (rows, context) => [
    { entity: Document, rows: rows.map(documentColumns) },
    searchFormRows(rows.flatMap(documentForms)),
    parties(rows.flatMap((row) => partyRows(row.id, 'ISSUER', row.publishers, context))),
  ],
  {
    storedDays: ({ publishedDate, publishedPrecision }) =>
      daysOf({ date: publishedDate, precision: publishedPrecision } as Partial<PartialDate>),
    warnings: (rows, { today }) =>
      rows.flatMap(({ line, values: { published } }) =>
        Array.from(oddYears({ from: published, to: null }, today, false), (problem) => ({
          ...problem,
          line,
          column: 'published',
          expected: say('the day on which it was published', '发布的日期'),
        })),
      ),
  },
);
