import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';

import { setPagePolicy } from '../../platform/security-headers.js';
import { languageOf } from '../request/html-page.js';
import { columnMetadata } from '../tables/metadata.js';
import { closedSignal, type TableSource } from '../tables/send-table.js';
import { PinnedVersions } from '../tables/table-versions.js';
import { walk } from '../tables/walk.js';
import type { Cell } from '../tables/columns.js';
import type { TableOptions } from '../tables/table.js';
import type { Catalogue, CatalogueEntry } from './catalogue.js';
import { askedTable, documentTable } from './document-table.js';
import { listed } from './list.js';
import { listPage, type ListedTable } from './list-page.js';
import { tablePage } from './table-page.js';
import { readVariables } from './variables.js';

/** How many rows the page of a table shows. */
const previewSize = 10;

/** Sends the page at /q: tables first, each with its rows and columns, then all named queries. */
export async function sendListPage(
  request: Request,
  response: Response,
  schema: GraphQLSchema,
  catalogue: Catalogue,
  source: TableSource,
): Promise<void> {
  const sizes = await tableSizes(catalogue, source, closedSignal(response));
  const tables = Array.from(catalogue.values()).flatMap((entry): ListedTable[] => {
    if (entry.folder !== 'tables') {
      return [];
    }
    const { columns, parts } = documentTable(schema, entry, { rows: [], explode: null });
    const rows = parts.map(({ rows: [root = ''] }) => sizes?.[root]?.totalCount);
    return [
      {
        name: entry.name,
        description: entry.description,
        columns: columns.length,
        rows: rows.every((count) => count !== undefined) ? rows.reduce((sum, count) => sum + count, 0) : null,
      },
    ];
  });
  send(response, listPage(languageOf(request), request.originalUrl, tables, listed(catalogue)));
}

/** Sends the page of a table. */
export async function sendTablePage(
  request: Request,
  response: Response,
  schema: GraphQLSchema,
  entry: CatalogueEntry,
  search: URLSearchParams,
  options: TableOptions,
  source: TableSource,
): Promise<void> {
  search.delete('lang');
  const table = documentTable(schema, entry, options);
  const given = search.toString();
  const language = languageOf(request);
  const { parts } = askedTable(entry, table, readVariables(entry, search), new Map());
  send(
    response,
    tablePage(language, {
      url: request.originalUrl,
      name: entry.name,
      description: entry.description,
      columns: columnMetadata(table.columns),
      search: given === '' ? '' : `?${given}`,
      server: `${request.protocol}://${request.host}`,
      preview: await firstRows(parts, source, closedSignal(response)),
    }),
  );
}

function send(response: Response, page: string): void {
  setPagePolicy(response, 'selfContained');
  response.vary('Accept, Accept-Language').type('html').send(page);
}

/** The numbers of rows by root field; null where they cannot be read. */
async function tableSizes(
  catalogue: Catalogue,
  { execute }: TableSource,
  signal: AbortSignal,
): Promise<Readonly<Record<string, { readonly totalCount: number }>> | null> {
  const query = catalogue.get('table-sizes')?.query;
  if (query === undefined) {
    return null;
  }
  return execute({ query, variables: {} }, signal).then(
    ({ data }) => data as Readonly<Record<string, { readonly totalCount: number }>>,
    () => null,
  );
}

/** The first rows of a table; null where they cannot be read. */
async function firstRows(
  parts: ReturnType<typeof askedTable>['parts'],
  executors: TableSource,
  signal: AbortSignal,
): Promise<readonly (readonly Cell[])[] | null> {
  const limited = parts.map(({ operation, ...part }) => ({
    ...part,
    operation:
      part.paging?.first == null
        ? operation
        : { ...operation, variables: { [part.paging.first]: previewSize, ...operation.variables } },
  }));
  try {
    const rows: (readonly Cell[])[] = [];
    for await (const batch of walk(limited, executors, new PinnedVersions(new Map()), signal)) {
      rows.push(...batch);
      if (rows.length >= previewSize) {
        break;
      }
    }
    return rows.slice(0, previewSize);
  } catch {
    return null;
  }
}
