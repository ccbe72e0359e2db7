import { GraphQLError, type GraphQLSchema } from 'graphql';

import { tableFormats } from '../tables/formats/index.js';
import { columnMetadata } from '../tables/metadata.js';
import type { Table } from '../tables/table.js';

import type { Catalogue, CatalogueEntry } from './catalogue.js';
import { documentTable } from './document-table.js';
import { answerSchema, inputSchema, type JsonSchema } from './json-schema.js';

/** The OpenAPI 3.1 description of the named queries. */
export function openApi(schema: GraphQLSchema, catalogue: Catalogue): object {
  const paths = Array.from(catalogue.values()).flatMap((entry) => [
    [`/q/${entry.name}`, { get: operation(schema, entry) }],
    [`/q/${entry.name}.{format}`, { get: tableOperation(schema, entry) }],
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jiedui: named queries',
      description: 'Regions of China and the paired assistance between them: queries that answer at an address.',
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: Object.fromEntries(paths) as object,
    components: { schemas: { Errors: errors }, responses: { Refused: answerOf('What is wrong.', failed) } },
  };
}

function operation(
  schema: GraphQLSchema,
  { name, description, document, operation: node, variables, example }: CatalogueEntry,
): object {
  const data = answerSchema(schema, document, node);
  return {
    operationId: name,
    summary: description,
    parameters: variableParameters({ variables, example }),
    responses: {
      200: answerOf('The answer, with errors where a part of it is missing.', {
        type: 'object',
        properties: {
          data: { ...data, type: ['object', 'null'] },
          errors: { $ref: '#/components/schemas/Errors' },
          extensions: { type: 'object' },
        },
      }),
      400: { $ref: '#/components/responses/Refused' },
    },
  };
}

/** The table of a named query, in each of its forms. */
function tableOperation(schema: GraphQLSchema, entry: CatalogueEntry): object {
  const table = tableUnlessAmbiguous(schema, entry);
  const row = table ? rowSchema(table) : { type: 'object' };
  return {
    operationId: `${entry.name}-table`,
    summary: `${entry.description} As a table.`,
    parameters: [
      {
        name: 'format',
        in: 'path',
        required: true,
        schema: { type: 'string', enum: tableFormats.map(({ name }) => name) },
      },
      ...variableParameters(entry),
      {
        name: 'rows',
        in: 'query',
        required: table === null,
        description: 'The list whose items are the rows, as a path.',
        schema: { type: 'string' },
      },
      {
        name: 'explode',
        in: 'query',
        required: false,
        description: 'A list in a row whose items have a row each.',
        schema: { type: 'string' },
      },
      {
        name: 'bom',
        in: 'query',
        required: false,
        description: 'A byte order mark before CSV, for Excel.',
        schema: { type: 'boolean' },
      },
    ],
    responses: {
      200: {
        description: 'The whole table.',
        headers: {
          ETag: { description: 'The same while the data are.', schema: { type: 'string' } },
          'X-Data-Version': { description: 'The version of the data.', schema: { type: 'string' } },
        },
        content: {
          'text/csv': { schema: { type: 'string' } },
          'application/x-ndjson': { schema: row },
          'application/vnd.apache.parquet': {},
        },
      },
      304: { description: 'The data are those that If-None-Match names.' },
      400: { $ref: '#/components/responses/Refused' },
      503: { $ref: '#/components/responses/Refused' },
    },
  };
}

/** The table of a named query; null where an address has to say which list has its rows. */
function tableUnlessAmbiguous(schema: GraphQLSchema, entry: CatalogueEntry): Table | null {
  try {
    return documentTable(schema, entry, { rows: [], explode: null });
  } catch (error) {
    if (error instanceof GraphQLError) {
      return null;
    }
    throw error;
  }
}

/** A line of NDJSON. */
const rowSchema = ({ columns }: Table): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    columnMetadata(columns).map(({ name, type, description }) => [
      name,
      {
        ...(type === 'date' ? { type: ['string', 'null'], format: 'date' } : { type: [type, 'null'] }),
        ...(description === null ? {} : { description }),
      },
    ]),
  ),
  required: columns.map(({ name }) => name),
});

const variableParameters = ({ variables, example }: Pick<CatalogueEntry, 'variables' | 'example'>): readonly object[] =>
  variables.map((variable) => ({
    name: variable.name,
    in: 'query',
    required: variable.isRequired,
    schema: {
      ...inputSchema(variable.type),
      ...(variable.defaultValue === undefined ? {} : { default: variable.defaultValue }),
    },
    ...(example[variable.name] === undefined ? {} : { example: example[variable.name] }),
  }));

const errors = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      message: { type: 'string' },
      path: { type: 'array', items: { type: ['string', 'integer'] } },
      extensions: { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] },
    },
    required: ['message', 'extensions'],
  },
};

const failed = {
  type: 'object',
  properties: { errors: { $ref: '#/components/schemas/Errors' } },
  required: ['errors'],
};

const answerOf = (description: string, schema: object): object => ({
  description,
  content: { 'application/json': { schema } },
});
