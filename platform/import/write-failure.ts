import { UserError } from '../errors.js';
import { asWriteRefusal, isLostConnection, isTimeout } from '../postgres/failures.js';
import type { ImportTarget } from './target.js';

/** What people are told of an import, or a removal, whose write failed: by the databases that had committed. */
export function writeFailure(
  action: 'import' | 'removal',
  dataset: string,
  targets: readonly ImportTarget[],
  committed: readonly string[],
  cause: unknown,
): unknown {
  return committed.length === 0
    ? cutOff(action, dataset, cause)
    : incomplete(action, dataset, targets, committed, cause);
}

/** An error before the first commit, as a `UserError` where it comes from the connection or from missing rights. */
function cutOff(action: 'import' | 'removal', dataset: string, error: unknown): unknown {
  const refusal = asWriteRefusal(error);
  if (refusal) {
    const done = action === 'import' ? 'imported' : 'removed';
    return new UserError(`The data set ${dataset} was not ${done}. ${refusal.message}`, { cause: error });
  }
  if (isTimeout(error)) {
    return new UserError(
      `The ${action} of the data set ${dataset} was ended by a timeout of DATABASE_URL or of the server (${(error as Error).message}), and nothing was changed.\n` +
        `Run the same ${action} again, with a longer lock_timeout or statement_timeout where the database is only slow.`,
      { cause: error },
    );
  }
  return isLostConnection(error)
    ? new UserError(
        `The ${action} of the data set ${dataset} was cut off: the connection to the database was lost (${(error as Error).message}).\n` +
          `Run the same ${action} again: it changes nothing that is ${action === 'import' ? 'in' : 'gone'}, and completes what is not.`,
        { cause: error },
      )
    : error;
}

function incomplete(
  action: 'import' | 'removal',
  dataset: string,
  targets: readonly ImportTarget[],
  committed: readonly string[],
  cause: unknown,
): UserError {
  const others = targets.map(({ database }) => database.name).filter((name) => !committed.includes(name));
  const [done, rest] = action === 'import' ? [committed, others] : [others, committed];
  return new UserError(
    `The data set ${dataset} is in ${done.join(', ')} and not in ${rest.join(', ')}${action === 'import' ? ', where' : ':'} the last step ` +
      `failed: ${String(cause)}\nRun the same ${action} again to complete it.`,
    { cause },
  );
}
