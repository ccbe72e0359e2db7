import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** A data source whose failures are errors in its answer, so that they tell which subgraph failed, and where. */
export function answeringFailures(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      try {
        return await source.process(options);
      } catch (error) {
        const failure = new GraphQLError(String(error), { path: [], originalError: error as Error });
        return { data: null, errors: [failure as GraphQLFormattedError] };
      }
    },
  };
}
