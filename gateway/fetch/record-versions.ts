import type { GraphQLDataSource } from '@apollo/gateway';

import type { RequestContext } from '../request/request-context.js';

/** A data source that records the data version of each of its answers in the state of the operation. */
export function recordVersions(name: string, source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      const answer = await source.process(options);
      const { dataVersion } = (answer.extensions ?? {}) as { readonly dataVersion?: string | null };
      (options.context as RequestContext).state.versions.add(name, dataVersion);
      return answer;
    },
  };
}
