import type { ApolloServerOptionsWithGateway } from '@apollo/server';

import type { RequestContext } from './request-context.js';

/** What Apollo Server calls a gateway: it loads schemas and gives an executor. */
export type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** Executes a valid operation. */
export type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** What an executor is given. */
export type ExecutorContext = Parameters<Executor>[0];

/** A gateway that always has an executor. */
export interface ExecutingGateway extends Gateway {
  load(options: Parameters<Gateway['load']>[0]): Promise<{ executor: Executor }>;
}

/** A gateway whose executor is wrapped. */
export function withExecutor(gateway: ExecutingGateway, wrap: (executor: Executor) => Executor): ExecutingGateway {
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: wrap(executor) };
    },
    stop: () => gateway.stop(),
  };
}
