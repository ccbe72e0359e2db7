import type { ApolloServerPlugin } from '@apollo/server';
import levenshtein from 'damerau-levenshtein';
import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';

import { requestError } from '../../platform/errors.js';
import { sendError } from '../request/send-error.js';
import { parseSupergraph } from '../supergraph/addresses.js';
import { joinedSubgraphs } from '../supergraph/join-directives.js';
import { valueFields, type ValueFields } from '../tables/direct-rows.js';
import { sendTable, type TableSource } from '../tables/send-table.js';
import { versionText } from '../request/data-versions.js';
import { allTables, dataPackage } from './data-package.js';
import { readCatalogue, type Catalogue, type CatalogueEntry } from './catalogue.js';
import { listed } from './list.js';
import { openApi } from './openapi.js';
import { sendListPage } from './pages.js';
import { formOf, serveTable } from './serve-tables.js';
import { readVariables } from './variables.js';

/** Serves the named queries: the list at /q, each at /q/<name>?variable=value, and its table at /q/<name>.csv. */
export class NamedQueries {
  private schema: GraphQLSchema | undefined;
  private supergraph = '';
  private joined: { readonly names: readonly string[]; readonly fields: ValueFields } | undefined;
  private readonly catalogues = new WeakMap<GraphQLSchema, Catalogue>();

  /** Follows the schema that the server serves. */
  readonly plugin: ApolloServerPlugin = {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ apiSchema, coreSupergraphSdl = '' }) => {
          this.schema = apiSchema;
          this.supergraph = coreSupergraphSdl;
          this.joined = undefined;
        },
      }),
  };

  /** The names of the subgraphs that have the data. */
  get subgraphs(): readonly string[] {
    return this.supergraphParts.names;
  }

  /** Read when it is first needed: a start need not wait for it. */
  private get supergraphParts(): { readonly names: readonly string[]; readonly fields: ValueFields } {
    if (!this.joined) {
      const supergraph = parseSupergraph(this.supergraph);
      this.joined = {
        names: joinedSubgraphs(supergraph).map(({ name }) => name),
        fields: valueFields(supergraph),
      };
    }
    return this.joined;
  }

  /**
   * Adds the routes to an application, before those of /graphql: a request for a named query goes on there as a GET of
   * its text, so that every guard applies. It gets the header that CSRF prevention asks for: a page of another site may
   * send such a request, as any link may, but cannot read the answer. The rows of its table come from `source`.
   */
  serve(app: Express, source: (request: Request, response: Response) => TableSource): void {
    app.get('/q', async (request, response) => {
      const { schema, catalogue } = this.catalogue();
      response.vary('Accept');
      if (request.accepts(['json', 'html']) === 'html') {
        await sendListPage(request, response, schema, catalogue, source(request, response));
      } else {
        response.json(listed(catalogue));
      }
    });
    app.get('/q/openapi.json', (_request, response) => {
      const { schema, catalogue } = this.catalogue();
      response.json(openApi(schema, catalogue));
    });
    app.get('/q/datapackage.json', async (request, response) => {
      const versions = await source(request, response).versions();
      const { schema, catalogue } = this.catalogue();
      response.set('X-Data-Version', versionText(versions)).json(dataPackage(schema, tablesOf(catalogue), versions));
    });
    app.get('/q/all.zip', async (request, response) => {
      const { schema, catalogue } = this.catalogue();
      await sendTable(
        request,
        response,
        allTables(schema, tablesOf(catalogue), this.supergraphParts.fields),
        source(request, response),
      );
    });
    app.get('/q/:file', async (request, response, next) => {
      const [, name = '', suffix = null] = /^([^.]*)(?:\.(.*))?$/s.exec(request.params.file) ?? [];
      const entry = this.find(name);
      const form = formOf(request, suffix);
      const search = searchOf(request);
      if (form === 'json') {
        ask(request, entry, readVariables(entry, search));
        next();
      } else {
        const { schema } = this.catalogue();
        const { fields } = this.supergraphParts;
        await serveTable({ request, response, schema, entry, form, search, fields, source: source(request, response) });
      }
    });
    app.all(['/q', '/q/:file'], (_request, response) => {
      sendError(response.set('Allow', 'GET, HEAD'), 'BAD_REQUEST', 'Named queries answer GET and HEAD only.', {
        status: 405,
      });
    });
    app.use('/q', unreadable);
  }

  /** The schema that the server serves, and the named queries on it. */
  catalogue(): { readonly schema: GraphQLSchema; readonly catalogue: Catalogue } {
    const { schema } = this;
    if (!schema) {
      throw new Error('A named query was asked before the server had started.');
    }
    const catalogue = this.catalogues.get(schema) ?? readCatalogue(schema);
    this.catalogues.set(schema, catalogue);
    return { schema, catalogue };
  }

  /** The named query of a name. Throws DOCUMENT_NOT_FOUND, with the nearest names. */
  find(name: string): CatalogueEntry {
    const { catalogue } = this.catalogue();
    const entry = catalogue.get(name);
    if (entry) {
      return entry;
    }
    const nearest = [...catalogue.keys()]
      .map((known) => ({ known, steps: levenshtein(name.slice(0, 64), known).steps }))
      .sort((one, other) => one.steps - other.steps)
      .slice(0, 3)
      .map(({ known }) => known);
    const message = `There is no named query ${JSON.stringify(name.slice(0, 64))}. The nearest are ${nearest.join(', ')}; all are listed at /q.`;
    throw requestError('DOCUMENT_NOT_FOUND', message, { extensions: { candidates: nearest } });
  }
}

/** The tables that the data package has. */
const tablesOf = (catalogue: Catalogue): readonly CatalogueEntry[] =>
  [...catalogue.values()].filter(({ folder }) => folder === 'tables');

/** Answers a name that is not UTF-8. */
const unreadable: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof URIError)) {
    next(error);
    return;
  }
  sendError(response, 'BAD_REQUEST', 'The address cannot be read.');
};

function searchOf({ originalUrl }: Request): URLSearchParams {
  return new URL(originalUrl, 'http://gateway.invalid').searchParams;
}

/** Turns a request for a named query into one for its text at /graphql. */
function ask(request: Request, { query }: CatalogueEntry, variables: object): void {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  // A HEAD is answered as a GET: the server leaves out the body.
  request.method = 'GET';
  request.url = `/graphql?${search.toString()}`;
  delete request.headers['content-type'];
  request.headers['apollo-require-preflight'] = 'named query';
  const graphqlJson = 'application/graphql-response+json';
  request.headers.accept = request.headers.accept?.includes(graphqlJson) ? graphqlJson : 'application/json';
}
