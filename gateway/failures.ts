import type { GraphQLDataSource } from '@apollo/gateway';

/** A data source whose failures are errors in its answer, so that they tell which subgraph failed, and where. */
export function answeringFailures(source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      try {
        return await source.process(options);
      } catch (error) {
        return { data: null, errors: [{ message: String(error), path: [] }] };
      }
    },
  };
}
