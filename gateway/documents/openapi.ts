import type { GraphQLSchema } from 'graphql';

import type { Catalogue, CatalogueEntry } from './catalogue.js';
import { answerSchema, inputSchema } from './json-schema.js';

/** The OpenAPI 3.1 description of the named queries. */
export function openApi(schema: GraphQLSchema, catalogue: Catalogue): object {
  const paths = Array.from(catalogue.values(), (entry) => [`/q/${entry.name}`, { get: operation(schema, entry) }]);
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
    parameters: variables.map((variable) => ({
      name: variable.name,
      in: 'query',
      required: variable.isRequired,
      schema: {
        ...inputSchema(variable.type),
        ...(variable.defaultValue === undefined ? {} : { default: variable.defaultValue }),
      },
      ...(example[variable.name] === undefined ? {} : { example: example[variable.name] }),
    })),
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
