import type { GraphQLDataSource } from '@apollo/gateway';

import { SubgraphFailure } from '../request/failures.js';
import type { GatewayMetrics } from './metrics.js';

/** A data source that measures its fetches. Their outcome is `ok`, `ERRORS` in the answer, or the code of a failure. */
export function measureFetches(name: string, source: GraphQLDataSource, metrics: GatewayMetrics): GraphQLDataSource {
  metrics.subgraph(name);
  return {
    process: async (options) => {
      const start = performance.now();
      const end = (outcome: string): void => {
        metrics.fetchEnded(name, outcome, (performance.now() - start) / 1000);
      };
      try {
        const answer = await source.process(options);
        end(answer.errors && answer.errors.length > 0 ? 'ERRORS' : 'ok');
        return answer;
      } catch (error) {
        end(codeOf(error));
        throw error;
      }
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof SubgraphFailure ? error.code : 'SUBGRAPH_UNAVAILABLE';
}
