import { labelsOf } from '../described-enum.js';
import type { UserError } from '../errors.js';
import { asWriteRefusal, isLostConnection, isTimeout } from '../postgres/failures.js';
import { ImportKind } from './history.entity.js';
import { say } from './message.js';
import { SaidError } from './said-error.js';
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
  const { done, zh } = words[action];
  const options = { cause: error };
  const refusal = asWriteRefusal(error);
  if (refusal) {
    return new SaidError(
      say(
        `The data set ${dataset} was not ${done}. ${refusal.message}`,
        `数据集 ${dataset} 没有${zh}。${refusal.message}`,
      ),
      options,
    );
  }
  const { message } = error instanceof Error ? error : { message: String(error) };
  if (isTimeout(error)) {
    return new SaidError(
      say(
        `The ${action} of the data set ${dataset} was ended by a timeout of DATABASE_URL or of the server (${message}), and nothing was changed.\n` +
          `Run the same ${action} again, with a longer lock_timeout or statement_timeout where the database is only slow.`,
        `数据集 ${dataset} 的${zh}因 DATABASE_URL 或服务器的超时而中止（${message}），没有任何改变。\n` +
          `请重新${zh}；如果只是数据库慢，请加长 lock_timeout 或 statement_timeout。`,
      ),
      options,
    );
  }
  return isLostConnection(error)
    ? new SaidError(
        say(
          `The ${action} of the data set ${dataset} was cut off: the connection to the database was lost (${message}).\n` +
            `Run the same ${action} again: it changes nothing that is ${action === 'import' ? 'in' : 'gone'}, and completes what is not.`,
          `数据集 ${dataset} 的${zh}中断：与数据库的连接已断开（${message}）。\n请重新${zh}：已完成的不会改变，未完成的会补上。`,
        ),
        options,
      )
    : error;
}

const kinds = labelsOf(ImportKind);
const words = {
  import: { done: 'imported', zh: kinds.IMPORT.zh },
  removal: { done: 'removed', zh: kinds.REMOVAL.zh },
} as const;

function incomplete(
  action: 'import' | 'removal',
  dataset: string,
  targets: readonly ImportTarget[],
  committed: readonly string[],
  cause: unknown,
): UserError {
  const others = targets.map(({ database }) => database.name).filter((name) => !committed.includes(name));
  const [done, rest] = action === 'import' ? [committed, others] : [others, committed];
  return new SaidError(
    say(
      `The data set ${dataset} is in ${done.join(', ')} and not in ${rest.join(', ')}${action === 'import' ? ', where' : ':'} the last step ` +
        `failed: ${String(cause)}\nRun the same ${action} again to complete it.`,
      `数据集 ${dataset} 在 ${done.join('、')} 里，不在 ${rest.join('、')} 里：最后一步失败（${String(cause)}）。\n请重新${words[action].zh}以完成。`,
    ),
    { cause },
  );
}
