import { GraphQLError } from 'graphql';

import { errorCodes, type ErrorCode } from '../../platform/errors.js';
import type { Executor } from '../request/executor.js';
import type { RequestContext } from '../request/request-context.js';
import { VersionsRead, type CurrentVersions } from './data-versions.js';

/** How often an operation is executed anew because data changed meanwhile. */
const retries = 4;

/**
 * Executes operations so that what an answer has of one subgraph is all of one data version, which the subgraph still
 * had when the operation began: where an import came in between, it executes again.
 */
export function ofOneVersion(execute: Executor, current: CurrentVersions): Executor {
  return async (requestContext) => {
    const { found } = requestContext.context as unknown as RequestContext;
    for (let retried = 0; ; retried += 1) {
      found.versions = new VersionsRead();
      found.isAlone = retried > 0;
      const answer = await execute(requestContext);
      // A database that fails has no version either; what is not whole says what is missing, and is not kept.
      if ((await found.versions.areOne(current)) || (retried > 0 && answer.errors)) {
        return answer;
      }
      if (retried === retries) {
        const code: ErrorCode = 'DATA_CHANGING';
        return { errors: [new GraphQLError(errorCodes[code], { extensions: { code, http: { status: 503 } } })] };
      }
    }
  };
}
