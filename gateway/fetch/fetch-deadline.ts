import type { Deadline } from '../../platform/deadline.js';
import { SubgraphFailure } from '../request/failures.js';

/** The deadline of one fetch, with its timeout in milliseconds. */
export function fetchDeadline(milliseconds: number): Deadline {
  return { milliseconds, reason: () => new SubgraphFailure('SUBGRAPH_TIMEOUT', 'the fetch timed out') };
}
