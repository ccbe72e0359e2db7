import type { GraphQLDataSource } from '@apollo/gateway';

import { SubgraphFailure } from '../fetch/failures.js';
import type { GatewayMetrics } from './metrics.js';

/** A data source whose fetches are measured: `ok`, `ERRORS` in the answer, or the code of what was thrown. */
export function measured(name: string, source: GraphQLDataSource, metrics: GatewayMetrics): GraphQLDataSource {
  metrics.health(name);
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
