import type { ApolloGateway, GraphQLDataSource, ServiceEndpointDefinition } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';

import type { ExecutingGateway, Executor, Gateway } from '../request/executor.js';
import type { Supergraph } from './supergraph.js';

type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/**
 * A gateway with one `ApolloGateway` for each supergraph, replaced when a new one has loaded. A request is planned and
 * executed by the one whose schema it was validated against. (An `ApolloGateway` can replace its own supergraph, but then
 * changes its schema, planner and plans under running requests.)
 */
export class Generations implements ExecutingGateway {
  private readonly listeners = new Set<Listener>();
  private readonly executors = new WeakMap<GraphQLSchema, Executor>();

  constructor(
    private readonly supergraph: Supergraph | string,
    private readonly create: (sdl: string) => ApolloGateway,
    /** Executes operations of the API of a gateway that has loaded. */
    private readonly executorOf: (gateway: ApolloGateway, api: GraphQLSchema) => Executor,
  ) {}

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load({ apollo }: Parameters<Gateway['load']>[0]): Promise<{ executor: Executor }> {
    const load = (sdl: string): Promise<void> => this.loadNext(this.create(sdl), apollo);
    await (typeof this.supergraph === 'string' ? load(this.supergraph) : this.supergraph.serve(load));
    return {
      executor: (request) => {
        const execute = this.executors.get(request.schema);
        if (!execute) {
          throw new Error('Expected the schema of a supergraph that was loaded, found another.');
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

  private async loadNext(
    apolloGateway: ApolloGateway,
    apollo: Parameters<Gateway['load']>[0]['apollo'],
  ): Promise<void> {
    const next = apolloGateway as unknown as Gateway;
    const loaded: Parameters<Listener>[0][] = [];
    next.onSchemaLoadOrUpdate((context) => loaded.push(context));
    await next.load({ apollo });
    for (const context of loaded) {
      this.executors.set(context.apiSchema, this.executorOf(apolloGateway, context.apiSchema));
      this.listeners.forEach((listener) => {
        listener(context);
      });
    }
  }
}

/** Creates one data source for each subgraph and address, so that supergraphs share its connections and circuit breaker. */
export function onePerAddress(
  create: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource,
): (subgraph: ServiceEndpointDefinition) => GraphQLDataSource {
  const sources = new Map<string, GraphQLDataSource>();
  return ({ name, url = '' }) => {
    const key = `${name} ${url}`;
    const source = sources.get(key) ?? create({ name, url });
    sources.set(key, source);
    return source;
  };
}
