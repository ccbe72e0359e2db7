import type { ApolloServerOptionsWithGateway } from '@apollo/server';

import type { RequestContext } from './request-context.js';

/** What Apollo Server asks to answer operations. */
export type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

/** Answers one operation that is valid. */
export type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** What an executor is given. */
export type ExecutorContext = Parameters<Executor>[0];

/** A gateway that has an executor of its own. */
export interface ExecutingGateway extends Gateway {
  load(options: Parameters<Gateway['load']>[0]): Promise<{ executor: Executor }>;
}

/** A gateway whose executor has something around it. */
export function withExecutor(gateway: ExecutingGateway, around: (executor: Executor) => Executor): ExecutingGateway {
  return {
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: around(executor) };
    },
    stop: () => gateway.stop(),
  };
}
