import type { GraphQLDataSource } from '@apollo/gateway';

import type { RequestContext } from '../request/request-context.js';

/** A data source that notes which data version each of its answers is of, for the answer that they become a part of. */
export function notingVersions(name: string, source: GraphQLDataSource): GraphQLDataSource {
  return {
    process: async (options) => {
      const answer = await source.process(options);
      const { dataVersion } = (answer.extensions ?? {}) as { readonly dataVersion?: string | null };
      (options.context as RequestContext).found.versions.add(name, dataVersion);
      return answer;
    },
  };
}
