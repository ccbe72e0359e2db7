import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import type { Schema } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

/** What an `ApolloGateway` has made of a supergraph. */
export interface LoadedGraph {
  readonly planner: QueryPlanner;
  /** The API as the planner has it. */
  readonly plannerSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  readonly source: (subgraph: string) => GraphQLDataSource;
}

/** The names of the members of `ApolloGateway`, which has no public ones for these. */
interface Members {
  readonly queryPlanner?: QueryPlanner;
  readonly apiSchema?: Schema;
  readonly supergraphSchema?: GraphQLSchema;
  readonly serviceMap?: Readonly<Record<string, { readonly dataSource: GraphQLDataSource }>>;
}

/** Reads what a gateway has loaded; throws where its version calls the parts by other names. */
export function loadedGraph(gateway: ApolloGateway): LoadedGraph {
  const { queryPlanner, apiSchema, supergraphSchema, serviceMap } = gateway as unknown as Members;
  if (!queryPlanner || !apiSchema || !supergraphSchema || !serviceMap) {
    throw new Error('Expected an ApolloGateway that has loaded a supergraph into the members of version 2.14.');
  }
  return {
    planner: queryPlanner,
    plannerSchema: apiSchema,
    supergraphSchema,
    source: (subgraph) => {
      const service = serviceMap[subgraph];
      if (!service) {
        throw new Error(`The plan has a fetch from the subgraph ${subgraph}, which the supergraph has not.`);
      }
      return service.dataSource;
    },
  };
}
