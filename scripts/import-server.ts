import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

import type { ImportEvent } from '../gateway/imports/messages.js';
import type { Config } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { RefusedImport } from '../platform/import/import-error.js';
import type { Progress } from '../platform/import/import-folder.js';
import { importSocket } from '../platform/import/import-socket.js';
import type { ImportJob, ResultOf } from '../platform/import/jobs.js';
import { say } from '../platform/import/message.js';
import { packFiles } from '../platform/import/packed-files.js';
import { SaidError } from '../platform/import/said-error.js';
import type { WarningSettings } from '../platform/import/warnings.js';

/** Whether a server that runs in the data folder takes jobs of the importer. */
export async function isServed({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<boolean> {
  const path = importSocket(dataDir);
  if (databaseUrl !== null || path === null) {
    return false;
  }
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // None runs there, or has left its socket behind.
    return false;
  } finally {
    socket.destroy();
  }
}

/** Has the server of the data folder do a job. Throws a `UserError` where it is refused, and where the server ends. */
export async function runAtServer<Job extends ImportJob>(
  { dataDir }: Pick<Config, 'dataDir'>,
  job: Job,
  { strict = false, language = 'EN' }: WarningSettings,
  progress?: Progress,
): Promise<ResultOf<Job>> {
  const answer = await send(importSocket(dataDir) ?? '', job, `strict=${strict}&language=${language.toLowerCase()}`);
  const end = await endOf(answer, progress);
  switch (end?.kind) {
    case 'done':
      return end.result as ResultOf<Job>;
    case 'refused':
      throw end.problems.length > 0 ? new RefusedImport(end.message, end.problems) : new UserError(end.message);
    case 'failed':
      throw new UserError(end.message);
    default:
      throw new SaidError(lost);
  }
}

const lost = say(
  'The server that runs in the data folder ended before this was done. What it had not written whole is as it was ' +
    'before once it has started again. Run the same command again.',
  '数据文件夹的服务器在完成之前停止了。没有写完整的内容在它重新启动后恢复原状。请重新运行同一命令。',
);

async function send(socketPath: string, job: ImportJob, settings: string): Promise<IncomingMessage> {
  const dataset = 'dataset' in job && job.dataset !== null ? `&dataset=${encodeURIComponent(job.dataset)}` : '';
  const sent = request({
    socketPath,
    method: job.kind === 'history' ? 'GET' : 'POST',
    path: `/import/${job.kind}?${settings}${dataset}`,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  sent.end('files' in job ? packFiles(job.files) : undefined);
  try {
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return answer;
  } catch (cause) {
    throw new SaidError(lost, { cause });
  }
}

/** The last event of an answer; null where it has none, since its connection was lost. */
async function endOf(
  answer: IncomingMessage,
  progress: Progress | undefined,
): Promise<Exclude<ImportEvent, { kind: 'progress' }> | null> {
  if (answer.statusCode !== 200) {
    const { errors } = JSON.parse((await answer.toArray()).join('')) as { errors: { message: string }[] };
    return { kind: 'failed', message: errors[0]?.message ?? '' };
  }
  try {
    for await (const line of createInterface({ input: answer, crlfDelay: Infinity })) {
      const event = JSON.parse(line) as ImportEvent;
      if (event.kind !== 'progress') {
        return event;
      }
      progress?.(event.done, event.total);
    }
  } catch {
    // The connection was lost within a line.
  }
  return null;
}
