import query from '../../../../documents/pages/document-list.graphql?raw';
import { DocumentKind, SearchMatch } from '../../../../schema/labels.json';
import type {
  DocumentsFilter,
  StartDocumentListQuery,
  StartDocumentListQueryVariables,
} from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, nameOf, say } from '../language.js';
import { documentPath } from '../paths.js';
import { isUnknown } from '../unknown.js';
import { csvAddress } from './csv-address.js';
import { chosenIn, yearOf } from './filter-form.js';
import type { List } from './list-view.js';

type Line = NonNullable<StartDocumentListQuery['documents']>['nodes'][number];

/** The documents of the graph. */
export function documentList(): List<Line> {
  return {
    caption: say('documents'),
    columns: [
      {
        name: 'title',
        head: say('documentTitle'),
        cell: (line) => element('a', { href: documentPath(line.id) }, titleOf(line)),
        key: titleOf,
      },
      { name: 'kind', head: say('kind'), cell: kindText, key: kindText },
      {
        name: 'number',
        head: capitalised(label(SearchMatch, 'NUMBER')),
        cell: ({ number }) => number,
        key: ({ number }) => number,
      },
      { name: 'publisher', head: say('publisher'), cell: publisherText, key: (line) => publisherText(line) || null },
      {
        name: 'published',
        head: say('published'),
        cell: (line) => line.published?.text ?? (isUnknown(line, 'published') ? say('unavailable') : ''),
        key: ({ published }) => published?.date ?? null,
      },
    ],
    load: async (values, signal) => {
      const filter = filterOf(values);
      const variables: StartDocumentListQueryVariables = { filter, after: values.get('after'), language: language() };
      const { data, missing } = await ask<StartDocumentListQuery>(query, variables, signal);
      const kinds = Object.keys(DocumentKind) as (keyof typeof DocumentKind)[];
      return {
        rows: data.documents?.nodes ?? null,
        totalCount: data.documents?.totalCount ?? 0,
        next: data.documents?.pageInfo.hasNextPage === true ? data.documents.pageInfo.endCursor : null,
        filters: [
          {
            kind: 'choice',
            name: 'kind',
            word: 'kind',
            options: kinds.map((kind) => [kind, label(DocumentKind, kind)] as const),
          },
          { kind: 'year', name: 'year', word: 'yearPublished' },
          { kind: 'text', name: 'text', word: 'textFilter' },
        ],
        name: 'document-list',
        query,
        variables,
        missing,
        csv: csvAddress('document-list', filter),
      };
    },
    textOf: null,
  };
}

const titleOf = ({ title, titleEn }: Line): string => nameOf({ name: title, nameEn: titleEn });

const kindText = ({ kind }: Line): string => capitalised(label(DocumentKind, kind));

const publisherText = ({ publishers }: Line): string =>
  publishers ? publishers.map(nameOf).join(language() === 'EN' ? ', ' : '、') : say('unavailable');

function filterOf(values: URLSearchParams): DocumentsFilter {
  const kind = chosenIn(DocumentKind, values, 'kind');
  const year = yearOf(values);
  const text = values.get('text') ?? '';
  return {
    ...(kind ? { kind: { eq: kind } } : {}),
    ...(year === null ? {} : { published: { gte: `${year}-01-01`, lt: `${year + 1}-01-01` } }),
    ...(text === ''
      ? {}
      : { or: [{ title: { contains: text } }, { titleEn: { contains: text } }, { number: { contains: text } }] }),
  };
}
