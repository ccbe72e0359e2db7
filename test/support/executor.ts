import { createHash } from 'node:crypto';

import { ApolloGateway, type GatewayConfig } from '@apollo/gateway';
import { getOperationAST, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';

import { Execution } from '../../gateway/execution/execution.js';
import { Planning } from '../../gateway/plans/planning.js';
import type { PlanCacheCounts } from '../../gateway/plans/plan-cache.js';
import { WrittenData } from '../../gateway/request/written-data.js';
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
  /** How the plan cache was used. */
  readonly planCounts: () => PlanCacheCounts;
  readonly stop: () => Promise<void>;
}

/** Runs operations as the gateway does, or, as the reference, by `@apollo/gateway` alone, as they come. */
export async function executorOf(
  supergraphSdl: string,
  buildService: NonNullable<GatewayConfig['buildService']>,
  by: 'gateway' | 'reference' = 'gateway',
): Promise<Executor> {
  const planning = new Planning();
  const execution = new Execution(planning, console);
  const gateway = new Generations(
    supergraphSdl,
    (sdl) => new ApolloGateway({ supergraphSdl: sdl, buildService, ...execution.gatewayOptions }),
    (loaded, api) => (by === 'gateway' ? execution.executorOf(loaded, api) : (loaded.executor as never)),
  );
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });
  const { executor: plain } = await gateway.load({ apollo: {} });
  const executor = by === 'gateway' ? planning.normalising(plain) : plain;
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
      const { data, ...result } = await executor({
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
      return data === undefined ? result : { ...result, data: plainData(data) };
    },
    planCounts: () => execution.counts(),
    stop: () => gateway.stop(),
  };
}

type AnswerData = Record<string, unknown> | null;

function plainData(data: AnswerData): AnswerData {
  return data instanceof WrittenData ? (data.toJSON() as AnswerData) : data;
}
