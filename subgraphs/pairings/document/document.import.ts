import { described, id as idColumn, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import type { PartialDate } from '../../../vocabulary/figure/partial-date.js';
import { daysOf, partialDateColumn, partiesColumn } from '../../../vocabulary/record/columns.js';
import { parties, partyRows } from '../../../vocabulary/record/record-import.js';
import { oddYears } from '../../../vocabulary/warning/span-warnings.js';
import { documentForms, searchFormRows } from '../search/search-forms.js';
import { Document, DocumentKind } from './document.entity.js';

const documentTable = csvTable({
  file: 'documents.csv',
  description: 'A document that rows name as their source, or that pairings rest on.',
  columns: {
    id: described('Of your choice; `sources` name it', idColumn),
    kind: oneOf(DocumentKind),
    title: described('In Chinese, as printed', text),
    titleEn: described('In English', optional(text)),
    number: described('Number of a policy document, such as 中办发〔2016〕69号', optional(text)),
    issue: described('Issue of a magazine, such as 2019-3', optional(text)),
    publishers: described('Who published or issued it', partiesColumn),
    published: described('When', optional(partialDateColumn)),
  },
  key: (row) => row.id,
  days: { own: ({ published }) => daysOf(published) },
});

export const documentImport = tableImport(
  documentTable,
  'document',
  (rows, context) => [
    {
      entity: Document,
      rows: rows.map(({ id, kind, title, titleEn, number, issue, published }) => ({
        id,
        kind,
        title,
        titleEn,
        number,
        issue,
        publishedDate: published?.date ?? null,
        publishedPrecision: published?.precision ?? null,
      })),
    },
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
          expected: 'the day on which it was published',
        })),
      ),
  },
);
