import type { ApolloGateway, GraphQLDataSource, ServiceEndpointDefinition } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';

import type { ExecutingGateway, Executor, Gateway } from '../request/executor.js';
import type { Supergraph } from './supergraph.js';

type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/**
 * A gateway that is replaced while it serves, by one made for each supergraph. A new one is put in place when it is
 * whole; a request is planned and executed by the one whose schema it was validated on, however long it takes.
 * (`ApolloGateway` can replace its own supergraph, but changes its schema, planner and plans under running requests.)
 */
export class Generations implements ExecutingGateway {
  private readonly listeners = new Set<Listener>();
  private readonly executors = new WeakMap<GraphQLSchema, Executor>();

  constructor(
    private readonly supergraph: Supergraph | string,
    private readonly create: (sdl: string) => ApolloGateway,
  ) {}

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load({ apollo }: Parameters<Gateway['load']>[0]): Promise<{ executor: Executor }> {
    const take = (sdl: string): Promise<void> => this.take(this.create(sdl), apollo);
    await (typeof this.supergraph === 'string' ? take(this.supergraph) : this.supergraph.serve(take));
    return {
      executor: (request) => {
        const execute = this.executors.get(request.schema);
        if (!execute) {
          throw new Error('A request came with a schema that no generation has.');
        }
        return execute(request);
      },
    };
  }

  stop(): Promise<void> {
    if (typeof this.supergraph !== 'string') {
      this.supergraph.stop();
    }
    return Promise.resolve();
  }

  private async take(apolloGateway: ApolloGateway, apollo: Parameters<Gateway['load']>[0]['apollo']): Promise<void> {
    const next = apolloGateway as unknown as Gateway;
    const loaded: Parameters<Listener>[0][] = [];
    next.onSchemaLoadOrUpdate((context) => loaded.push(context));
    const { executor } = await next.load({ apollo });
    for (const context of loaded) {
      if (executor) {
        this.executors.set(context.apiSchema, executor);
      }
      this.listeners.forEach((listener) => {
        listener(context);
      });
    }
  }
}

/** Makes one data source for each subgraph and address, so that generations share connections and what they know of it. */
export function onePerAddress(
  create: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource,
): (subgraph: ServiceEndpointDefinition) => GraphQLDataSource {
  const made = new Map<string, GraphQLDataSource>();
  return ({ name, url = '' }) => {
    const key = `${name} ${url}`;
    const source = made.get(key) ?? create({ name, url });
    made.set(key, source);
    return source;
  };
}
