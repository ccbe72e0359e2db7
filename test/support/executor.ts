import { createHash } from 'node:crypto';

import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { getOperationAST, parse, validate, type ExecutionResult } from 'graphql';

import { Planning } from '../../gateway/plans/planning.js';

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
  const gateway = new ApolloGateway({ supergraphSdl, buildService, ...planning?.options });
  const loadable = planning?.around(gateway) ?? gateway;
  const { executor } = await loadable.load({ apollo: {} });
  const schema = gateway.schema;
  if (!schema || !executor) {
    throw new Error('The gateway has loaded no schema.');
  }
  return {
    ask: async ({ query, operationName, variables = {} }) => {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) {
        return { errors };
      }
      const request = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
      return executor({
        request,
        schema,
        document,
        operation: getOperationAST(document, operationName),
        operationName: operationName ?? null,
        queryHash: createHash('sha256').update(query).digest('hex'),
        source: query,
        context: {},
        metrics: {},
        logger: console,
      } as never);
    },
    stop: () => gateway.stop(),
  };
}
