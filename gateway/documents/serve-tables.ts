import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';

import { requestError } from '../../platform/errors.js';
import { formatOf, mediaTypeOf, tableFormats } from '../tables/formats/index.js';
import type { TableFormat } from '../tables/formats/format.js';
import { sendTable, type TableSource } from '../tables/send-table.js';
import type { TableOptions } from '../tables/table.js';
import { tableFile } from '../tables/table-file.js';
import { versionText } from '../tables/table-versions.js';
import type { CatalogueEntry } from './catalogue.js';
import { askedTable, documentTable, tableMetadata } from './document-table.js';
import { readVariables } from './variables.js';

/** Parameters of a table's address that are no variables. */
interface TableParameters extends TableOptions {
  readonly bom: boolean;
}

/** The form that an address and its request ask for: `json` is the answer itself, `metadata` what is said of its table. */
export type Form = 'json' | 'metadata' | TableFormat;

/** The form by the suffix of an address; without one, by the request's `Accept`. Throws BAD_REQUEST or NOT_ACCEPTABLE. */
export function formOf(request: Request, suffix: string | null): Form {
  if (suffix === null) {
    const accepted = request.accepts([
      'application/json',
      'application/graphql-response+json',
      ...tableFormats.map(mediaTypeOf),
    ]);
    const isBrowser = accepted === false && request.accepts('html') !== false;
    if (accepted === false && !isBrowser) {
      throw requestError('NOT_ACCEPTABLE');
    }
    return formatOf(accepted) ?? 'json';
  }
  const form = suffix === 'json' ? 'json' : suffix === 'metadata.json' ? 'metadata' : formatOf(suffix);
  if (!form) {
    const suffixes = [...tableFormats.map(({ name }) => name), 'json', 'metadata.json'];
    const message = `There is no form "${suffix.slice(0, 64)}" of a named query. There are ${suffixes.map((each) => `.${each}`).join(', ')}.`;
    throw requestError('BAD_REQUEST', message, { extensions: { candidates: suffixes } });
  }
  return form;
}

/** Answers a request for the table of a named query, or for what is said of it. */
export async function serveTable(
  request: Request,
  response: Response,
  schema: GraphQLSchema,
  entry: CatalogueEntry,
  form: Exclude<Form, 'json'>,
  search: URLSearchParams,
  source: TableSource,
): Promise<void> {
  const { bom, ...options } = takeParameters(search);
  const table = documentTable(schema, entry, options);
  if (form === 'metadata') {
    // What is said of the columns is the same for all values of variables.
    const versions = await source.versions();
    response
      .set('X-Data-Version', versionText(versions))
      .json(tableMetadata(entry, table.columns, search.size > 0 ? readVariables(entry, search) : {}, versions));
    return;
  }
  const asked = askedTable(entry, table, readVariables(entry, search));
  await sendTable(request, response, tableFile(asked, form, bom), source);
}

/** Takes the parameters of tables out of a search. */
function takeParameters(search: URLSearchParams): TableParameters {
  const rows = search
    .getAll('rows')
    .flatMap((each) => each.split(','))
    .filter((each) => each !== '');
  const explode = search.get('explode');
  const bom = search.get('bom');
  for (const name of ['rows', 'explode', 'bom']) {
    search.delete(name);
  }
  return { rows, explode: explode === '' ? null : explode, bom: bom !== null && !['', '0', 'false'].includes(bom) };
}
