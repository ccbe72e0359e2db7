import { Worker } from 'node:worker_threads';

import type { DatabaseTarget } from '../../platform/database.js';
import { inLanguage, say, type Message } from '../../platform/import/message.js';
import type { Log } from '../../platform/log.js';
import { errorOf } from '../fetch/workers/error-links.js';
import type { FromImportWorker, ImportEnd, ImportEvent, ImportWorkerData, SentJob } from './messages.js';

/** How many jobs may wait for others. */
const mostWaiting = 8;

/** Megabytes of JavaScript values that one job may have: above them its worker ends, not the server. */
const mostMemory = 2048;

/** Milliseconds that one job may take, and those in which it may go on when the server stops. */
const [timeOfJob, timeToStop] = [15 * 60 * 1000, 15_000];

/** What the queue is made with. */
interface ImportQueueOptions {
  /** The file that workers run. */
  readonly file: URL;
  readonly target: DatabaseTarget;
  readonly log: Pick<Log, 'error'>;
}

/** Does jobs of the importer one after another, each in a worker thread of its own, so that readers go on. */
export class ImportQueue {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private isStopping = false;
  private endRunning: (why: Message) => void = () => undefined;

  constructor(private readonly options: ImportQueueOptions) {}

  /** Does a job once those before it are done; not if `isWanted` says no by then. Never rejects. */
  async run(job: SentJob, tell: (event: ImportEvent) => void, isWanted: () => boolean): Promise<ImportEnd> {
    const refuse = (why: Message): ImportEnd => ({
      kind: 'refused',
      message: inLanguage(why, job.settings.language ?? 'EN'),
      problems: [],
    });
    if (this.isStopping) {
      return refuse(stopping);
    }
    if (this.waiting >= mostWaiting) {
      return refuse(tooMany);
    }
    this.waiting += 1;
    const turn = this.last.then(async () => {
      this.waiting -= 1;
      return this.isStopping || !isWanted() ? refuse(stopping) : this.execute(job, tell, refuse);
    });
    this.last = turn;
    return turn;
  }

  /** Refuses what waits; ends what runs if it takes too long. What it has not written whole is then as it was before. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const timer = setTimeout(() => {
      this.endRunning(stopped);
    }, timeToStop);
    await this.last;
    clearTimeout(timer);
  }

  private execute(
    job: SentJob,
    tell: (event: ImportEvent) => void,
    refuse: (why: Message) => ImportEnd,
  ): Promise<ImportEnd> {
    const { file, target, log } = this.options;
    const workerData: ImportWorkerData = { target, job };
    const thread = new Worker(file, {
      workerData,
      transferList: 'packed' in job ? [job.packed.buffer] : [],
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    // What was told first counts.
    let told: ImportEnd | null = null;
    const end = (how: ImportEnd): void => {
      told ??= how;
      void thread.terminate();
    };
    const failed = (cause: unknown): ImportEnd => {
      log.error({ err: cause, job: job.kind }, 'an import failed');
      return { kind: 'failed', message: inLanguage(failure, job.settings.language ?? 'EN') };
    };
    thread.on('message', (event: FromImportWorker) => {
      switch (event.kind) {
        case 'progress':
          tell(event);
          break;
        case 'failed':
          end(failed(errorOf(event.error)));
          break;
        default:
          told ??= event;
      }
    });
    thread.once('error', (error: unknown) => {
      const isTooLarge = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(isTooLarge ? refuse(tooLarge) : failed(error));
    });
    const timer = setTimeout(() => {
      end(refuse(tooLong));
    }, timeOfJob);
    this.endRunning = (why) => {
      end(refuse(why));
    };
    return new Promise((resolve) => {
      // Its databases are closed by then, so that the next job finds no lock.
      thread.once('exit', (code) => {
        clearTimeout(timer);
        this.endRunning = () => undefined;
        resolve(told ?? failed(new Error(`The worker exited with code ${code}.`)));
      });
    });
  }
}

const stopping = say(
  'The server is stopping: nothing was changed. Try again when it has started.',
  '服务器正在停止，没有任何改变。请在它重新启动后再试。',
);
const stopped = say(
  'The server stopped before this was done, and nothing was changed. Do it again when it has started.',
  '服务器在完成之前停止，没有任何改变。请在它重新启动后再做一次。',
);
const tooMany = say(
  `${mostWaiting} imports wait already. Try again in a minute.`,
  `已有 ${mostWaiting} 个导入在排队，请一分钟后再试。`,
);
const tooLong = say(
  `This took more than ${timeOfJob / 60_000} minutes and was ended; nothing was changed. Split the files into several data sets.`,
  `用时超过 ${timeOfJob / 60_000} 分钟，已中止，没有任何改变。请分成几个数据集。`,
);
const tooLarge = say(
  'The files need too much memory; nothing was changed. Split them into several data sets.',
  '文件占用内存过多，没有任何改变。请分成几个数据集。',
);
const failure = say('The server failed; its log has the details.', '服务器出错，详情见其日志。');
