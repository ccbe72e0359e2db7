import { readArticles, type FactDocument, type Row } from './facts.js';
import { publisherId, publisherNames } from './publishers.js';

const kinds: Readonly<Record<string, string>> = {
  GOVERNMENT_PAGE: 'RELEASE',
  WHITE_PAPER: 'RELEASE',
  REFERENCE: 'ARTICLE',
};

/** The ids that documents have in the graph: those of the articles’ where the number, or title and issuer, are theirs. */
export function documentIds(documents: readonly FactDocument[]): ReadonlyMap<string, string> {
  const articles = readArticles('documents');
  return new Map(
    documents.map(({ id, number, title, issuer }) => {
      const same = articles.find(
        (row) =>
          id === `articles-${row['id']}` ||
          (number !== undefined && row['number'] === number) ||
          (row['title'] === title && row['publishers'] === publisherNames(issuer).map(publisherId).join(';')),
      );
      return [id, same?.['id'] ?? id];
    }),
  );
}

/** The rows of the documents that the articles do not have. */
export const documentRows = (documents: readonly FactDocument[], ids: ReadonlyMap<string, string>): readonly Row[] =>
  documents
    .filter(({ id }) => ids.get(id) === id)
    .map(({ id, kind, title, number = '', address = '', issuer, date }) => ({
      id,
      kind: kinds[kind] ?? kind,
      title,
      titleEn: /[一-鿿]/.test(title) ? '' : title,
      number,
      issue: '',
      url: address,
      publishers: publisherNames(issuer).map(publisherId).join(';'),
      published: date,
    }));
