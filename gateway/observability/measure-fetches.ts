import type { GraphQLDataSource } from '@apollo/gateway';

import { observer, type FailureLog } from '../../platform/observer.js';
import { SubgraphFailure } from '../request/failures.js';
import type { GatewayMetrics } from './metrics.js';

/** A data source that measures its fetches. Their outcome is `ok`, `ERRORS` in the answer, or the code of a failure. */
export function measureFetches(
  name: string,
  source: GraphQLDataSource,
  metrics: GatewayMetrics,
  log: FailureLog,
): GraphQLDataSource {
  observer(log, () => {
    metrics.subgraph(name);
  })();
  const ended = observer(log, (outcome: string, start: number) => {
    metrics.fetchEnded(name, outcome, (performance.now() - start) / 1000);
  });
  return {
    process: async (options) => {
      const start = performance.now();
      try {
        const answer = await source.process(options);
        ended(answer.errors && answer.errors.length > 0 ? 'ERRORS' : 'ok', start);
        return answer;
      } catch (error) {
        ended(codeOf(error), start);
        throw error;
      }
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof SubgraphFailure ? error.code : 'SUBGRAPH_UNAVAILABLE';
}
