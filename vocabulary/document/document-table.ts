import {
  described,
  id,
  oneOf,
  optional,
  problem,
  text,
  value,
  type Column,
  type Values,
} from '../../platform/import/columns.js';
import { say } from '../../platform/import/message.js';
import { tableImport } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import type { PartyReference } from '../party/party.js';
import { daysOf, partialDateColumn, partiesColumn } from '../record/columns.js';
import { DocumentKind, DocumentRefEntity, type DocumentFields } from './document.js';

/** An address that a page can safely link to. */
const urlColumn: Column<string> = {
  expected: say('an address such as https://example.org/article', '网址，如 https://example.org/article'),
  parse(cell) {
    return /^https?:\/\/[^\s"<>]+$/.test(cell) && URL.canParse(cell) ? value(cell) : problem(cell, this.expected);
  },
};

/** The table of documents. */
export const documentTable = csvTable({
  file: 'documents.csv',
  description: 'A document that rows name as their source, or that pairings rest on.',
  columns: {
    id: described('Of your choice; `sources` name it', id),
    kind: oneOf(DocumentKind),
    title: described('As printed; what the document is where no title is known', text),
    titleEn: described('In English', optional(text)),
    number: described('Number of a policy document, such as 中办发〔2016〕69号', optional(text)),
    issue: described('Issue of a magazine, such as 2019-3', optional(text)),
    url: described('Where it can be read', optional(urlColumn)),
    publishers: described('Who published or issued it', partiesColumn),
    published: described('When', optional(partialDateColumn)),
  },
  key: (row) => row.id,
  days: { own: ({ published }) => daysOf(published) },
});

/** The columns that a document is stored in, in every subgraph. */
export const documentColumns = ({
  id: document,
  kind,
  title,
  titleEn,
  number,
  issue,
  url,
  published,
}: Values<typeof documentTable.columns>): Readonly<DocumentFields> => ({
  id: document,
  kind,
  title,
  titleEn,
  number,
  issue,
  url,
  publishedDate: published?.date ?? null,
  publishedPrecision: published?.precision ?? null,
});

/** Copies of the documents that every subgraph of records keeps. */
export const documentRefImport = tableImport(documentTable, 'documentRef', (rows, { isIn }) => [
  {
    entity: DocumentRefEntity,
    rows: rows.map((row) => ({
      ...documentColumns(row),
      publishers: JSON.stringify(
        row.publishers.map((party): PartyReference => ({
          __typename: isIn('regions.csv', party) ? 'Region' : 'Organisation',
          id: party,
        })),
      ),
    })),
  },
]);
