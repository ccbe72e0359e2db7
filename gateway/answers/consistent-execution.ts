import { requestError } from '../../platform/errors.js';
import { VersionsRead } from '../request/data-versions.js';
import type { Executor } from '../request/executor.js';
import type { RequestContext } from '../request/request-context.js';
import type { CurrentVersions } from './current-versions.js';

/** How often an operation is executed again because data changed meanwhile. */
const retries = 4;

/**
 * An executor whose answers have all rows of a subgraph of one data version, which was not outdated when the operation
 * began: where an import came in between, it executes the operation again.
 */
export function executeConsistently(execute: Executor, current: CurrentVersions): Executor {
  return async (requestContext) => {
    const { state } = requestContext.context as unknown as RequestContext;
    for (let retried = 0; ; retried += 1) {
      state.versions = new VersionsRead();
      state.mustNotShareFetches = retried > 0;
      const answer = await execute(requestContext);
      // A database that fails has no version either. An incomplete answer says so, and is not cached.
      if ((await areConsistent(state.versions, current)) || (retried > 0 && answer.errors)) {
        return answer;
      }
      if (retried === retries) {
        return { errors: [requestError('DATA_CHANGING')] };
      }
    }
  };
}

async function areConsistent(versions: VersionsRead, current: CurrentVersions): Promise<boolean> {
  return !versions.areMixed && (!versions.mayBeOutdated || current.are(versions.all()));
}
