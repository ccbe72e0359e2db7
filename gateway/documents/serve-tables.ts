import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';

import { requestError } from '../../platform/errors.js';
import type { ValueFields } from '../tables/direct-rows.js';
import type { TableFormat } from '../tables/formats/format.js';
import { formatOf, mediaTypeOf, tableFormats } from '../tables/formats/index.js';
import { sendTable, type TableSource } from '../tables/send-table.js';
import type { TableOptions } from '../tables/table.js';
import { tableFile } from '../tables/table-file.js';
import { versionText } from '../request/data-versions.js';
import type { CatalogueEntry } from './catalogue.js';
import { askedTable, documentTable, tableMetadata } from './document-table.js';
import { sendTablePage } from './pages.js';
import { readVariables } from './variables.js';

/** What is asked of a named query: its answer, what is said of its table, a page for people, or the table in a form. */
export type Form = 'json' | 'metadata' | 'page' | TableFormat;

/** The forms that are no tables, by the suffixes of their addresses. */
const others = new Map<string, Form>([
  ['json', 'json'],
  ['metadata.json', 'metadata'],
  ['html', 'page'],
]);

/** The form by the suffix of an address; without one, by the request's `Accept`. Throws BAD_REQUEST or NOT_ACCEPTABLE. */
export function formOf(request: Request, suffix: string | null): Form {
  if (suffix === null) {
    return acceptedForm(request);
  }
  const form = others.get(suffix) ?? formatOf(suffix);
  if (!form) {
    const suffixes = [...tableFormats.map(({ name }) => name), ...others.keys()];
    const message = `There is no form "${suffix.slice(0, 64)}" of a named query. There are ${suffixes.map((each) => `.${each}`).join(', ')}.`;
    throw requestError('BAD_REQUEST', message, { extensions: { candidates: suffixes } });
  }
  return form;
}

function acceptedForm(request: Request): Form {
  const json = ['application/json', 'application/graphql-response+json'];
  const accepted = request.accepts([...json, ...tableFormats.map(mediaTypeOf)]);
  if (accepted === false) {
    throw requestError('NOT_ACCEPTABLE');
  }
  return formatOf(accepted) ?? 'json';
}

/** A request for a form of a named query that is not its answer. */
export interface TableRequest {
  readonly request: Request;
  readonly response: Response;
  readonly schema: GraphQLSchema;
  readonly entry: CatalogueEntry;
  readonly form: Exclude<Form, 'json'>;
  readonly search: URLSearchParams;
  /** How subgraphs themselves give the rows of flat lists. */
  readonly fields: ValueFields;
  readonly source: TableSource;
}

/** Answers a request for the table of a named query, or for what is said of it. */
export async function serveTable({
  request,
  response,
  schema,
  entry,
  form,
  search,
  fields,
  source,
}: TableRequest): Promise<void> {
  const { bom, ...options } = takeParameters(search);
  if (form === 'page') {
    await sendTablePage(request, response, schema, entry, search, options, source);
    return;
  }
  const table = documentTable(schema, entry, options);
  if (form === 'metadata') {
    // What is said of the columns is the same for all values of variables, so that none is required.
    const variables = search.size > 0 ? readVariables(entry, search) : {};
    const versions = await source.versions();
    response
      .set('X-Data-Version', versionText(versions))
      .json(tableMetadata(entry, table.columns, variables, versions));
    return;
  }
  const asked = askedTable(entry, table, readVariables(entry, search), fields);
  await sendTable(request, response, tableFile(asked, form, bom), source);
}

/** The parameters of a table's address that are no variables. */
export const tableParameters = ['rows', 'explode', 'bom'] as const;

/** Takes the parameters of tables out of a search. */
function takeParameters(search: URLSearchParams): TableOptions & { readonly bom: boolean } {
  const [rows = [], explode = [], bom = []] = tableParameters.map((name) => {
    const given = search.getAll(name).filter((text) => text !== '');
    search.delete(name);
    return given;
  });
  return {
    rows: rows.flatMap((each) => each.split(',')),
    explode: explode[0] ?? null,
    bom: bom.some((text) => !['0', 'false'].includes(text)),
  };
}
