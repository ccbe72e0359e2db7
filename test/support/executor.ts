import { createHash } from 'node:crypto';

import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { getOperationAST, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';

import type { Planning } from '../../gateway/plans/planning.js';
import { Generations } from '../../gateway/supergraph/generations.js';

/** What a client asks. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Runs operations of a supergraph. */
export interface Executor {
  readonly ask: (asked: Asked) => Promise<ExecutionResult>;
  readonly stop: () => Promise<void>;
}

/** Runs operations as the gateway does, planned by `planning`, or as they come without one. */
export async function executorOf(
  supergraphSdl: string,
  buildService: NonNullable<GatewayConfig['buildService']>,
  planning?: Planning,
): Promise<Executor> {
  const gateway = new Generations(
    supergraphSdl,
    (sdl) => new ApolloGateway({ supergraphSdl: sdl, buildService, ...planning?.gatewayOptions() }),
  );
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const { executor: plain } = await gateway.load({ apollo: {} });
  const executor = planning?.normalising(planning.inClientNames(plain)) ?? plain;
  if (!schema) {
    throw new Error('The gateway has loaded no schema.');
  }
  const api = schema;
  return {
    ask: async ({ query, operationName, variables = {} }) => {
      const document = parse(query);
      const errors = validate(api, document);
      if (errors.length > 0) {
        return { errors };
      }
      const request = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
      return executor({
        request,
        schema: api,
        document,
        operation: getOperationAST(document, operationName),
        operationName: operationName ?? null,
        queryHash: createHash('sha256').update(query).digest('hex'),
        source: query,
        context: { id: 'test', signal: new AbortController().signal, forwarded: {}, state: {} },
        metrics: {},
        logger: console,
      } as never);
    },
    stop: () => gateway.stop(),
  };
}
