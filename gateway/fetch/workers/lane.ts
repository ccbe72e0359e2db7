import { Worker } from 'node:worker_threads';

import { withDeadline } from '../../../platform/deadline.js';
import { UserError } from '../../../platform/errors.js';
import type { Log } from '../../../platform/log.js';
import { SubgraphFailure } from '../../request/failures.js';
import { EndedSessions } from './ended-sessions.js';
import { errorOf } from './error-links.js';
import {
  several,
  type FetchRequest,
  type FromWorker,
  type Reply,
  type ToWorker,
  type WorkerSettings,
} from './messages.js';

/** What a lane's workers are started with. */
export interface LaneOptions extends Pick<WorkerSettings, 'target' | 'statementTime'> {
  /** The file that workers run. */
  readonly file: URL;
  readonly ended: EndedSessions;
  readonly log: Pick<Log, 'error'>;
}

/** What a worker told when it was ready. */
export type Started = Omit<Extract<FromWorker, { kind: 'ready' }>, 'kind'>;

/** Milliseconds that a worker has to end a fetch whose session has ended. After that it is replaced. */
const timeToEnd = 1_000;

/** Milliseconds that a worker has to say how its databases are: less than a health check may take. */
const timeToTell = 1_700;

/** Milliseconds that a worker has to stop. */
const timeToStop = 5_000;

interface Pending {
  readonly message: Exclude<ToWorker, { kind: 'stop' | 'end' }>;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  /** Whether it has been sent to a worker that ended. */
  isRepeated: boolean;
}

interface LaneWorker {
  readonly thread: Worker;
  readonly current: Int32Array;
  readonly started: Promise<Started>;
  isReady: boolean;
  /** How many replies it has sent. */
  replies: number;
}

/** Executes fetches in a worker thread: on SQLite one after another. A worker that ended, or hangs, is replaced. */
export class Lane {
  private worker: LaneWorker | null = null;
  private isStopping = false;
  private readonly pending = new Map<number, Pending>();
  private readonly replaced = new Set<Promise<unknown>>();
  private over: number[] = [];
  private lastId = 0;

  constructor(private readonly options: LaneOptions) {}

  /** Starts a worker that prepares the databases; rejects where it cannot, with a `UserError` where an operator can help. */
  async prepare(): Promise<Started> {
    return this.begin(true).started;
  }

  /** Executes a fetch; starts a worker where there is none. After `signal` aborts, its session's statements end. */
  async fetch(fetch: FetchRequest, signal: AbortSignal): Promise<Reply> {
    const { over } = this;
    this.over = [];
    const id = this.nextId();
    const end = (): void => {
      this.options.ended.add(fetch.session);
      this.worker?.thread.postMessage({ kind: 'end', session: fetch.session } satisfies ToWorker);
      this.watch(id, fetch.session);
    };
    signal.addEventListener('abort', end, { once: true });
    try {
      return await this.request({ kind: 'fetch', id, fetch, over });
    } finally {
      signal.removeEventListener('abort', end);
    }
  }

  /** Messages about what prevents complete answers. Rejects where the worker does not tell in time. */
  async problems(): Promise<readonly string[]> {
    const reply = await this.tell('problems');
    return reply.kind === 'problems' ? reply.problems : [];
  }

  /** About how many rows tables have, by type. Rejects where the worker does not tell in time. */
  async tableSizes(): Promise<ReadonlyMap<string, number>> {
    const reply = await this.tell('tableSizes');
    return reply.kind === 'tableSizes' ? reply.sizes : new Map();
  }

  private async tell(kind: 'problems' | 'tableSizes'): Promise<Reply> {
    const id = this.nextId();
    const reason = (): Error =>
      new Error(`The worker of the subgraphs did not answer within ${timeToTell} milliseconds.`);
    try {
      return await withDeadline({ milliseconds: timeToTell, reason }, null, () => this.request({ kind, id }));
    } finally {
      this.pending.delete(id);
    }
  }

  /** Lets the worker forget a session. */
  forget(session: number): void {
    this.over.push(session);
  }

  /** Stops the worker once it has ended what it executes. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const { worker } = this;
    if (worker) {
      const stopped = new Promise((resolve) => worker.thread.once('exit', resolve));
      worker.thread.postMessage({ kind: 'stop' } satisfies ToWorker);
      const timer = setTimeout(() => void worker.thread.terminate(), timeToStop);
      await stopped;
      clearTimeout(timer);
    }
    await Promise.all(this.replaced);
  }

  private nextId(): number {
    return (this.lastId += 1);
  }

  private request(message: Pending['message']): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.isStopping) {
        reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the server is stopping'));
        return;
      }
      this.pending.set(message.id, { message, resolve, reject, isRepeated: false });
      this.post(message);
    });
  }

  private post(message: ToWorker): void {
    (this.worker ?? this.begin(false)).thread.postMessage(message);
  }

  private begin(prepares: boolean): LaneWorker {
    const { file, target, statementTime, ended } = this.options;
    const current = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const workerData: WorkerSettings = { target, prepares, statementTime, ended: ended.memory, current };
    const thread = new Worker(file, { workerData });
    const started = Promise.withResolvers<Started>();
    // Only `prepare` waits for it; otherwise the requests are rejected.
    started.promise.catch(() => undefined);
    const worker: LaneWorker = {
      thread,
      current: new Int32Array(current),
      started: started.promise,
      isReady: false,
      replies: 0,
    };
    let cause: Error | undefined;
    thread.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'ready':
          worker.isReady = true;
          started.resolve({ loaded: message.loaded, problems: message.problems });
          break;
        case 'unusable':
          cause = errorOf(message.error, message.isUserError);
          break;
        case 'reply':
          worker.replies += 1;
          this.settle(message.id, message.reply);
      }
    });
    thread.once('error', (error) => (cause = error as Error));
    thread.once('exit', (code) => {
      cause ??= new Error(`The worker exited with code ${code}.`);
      started.reject(cause);
      if (this.worker === worker) {
        this.ended(worker, cause);
      }
    });
    this.worker = worker;
    return worker;
  }

  private settle(id: number, reply: Reply): void {
    this.pending.get(id)?.resolve(reply);
    this.pending.delete(id);
  }

  /**
   * Once a fetch should have ended, replaces the worker if it still executes a fetch of that session; where fetches take
   * turns, if no other one was answered meanwhile either.
   */
  private watch(id: number, session: number): void {
    const before = this.worker?.replies;
    setTimeout(() => {
      const { worker } = this;
      if (!this.pending.has(id) || !worker || this.isStopping) {
        return;
      }
      const current = Atomics.load(worker.current, 0);
      if (worker.isReady && (current === several ? worker.replies === before : current === session)) {
        this.ended(worker, new Error('A fetch did not end after its deadline.'));
        const end = worker.thread.terminate().finally(() => this.replaced.delete(end));
        this.replaced.add(end);
      } else {
        this.watch(id, session);
      }
    }, timeToEnd).unref();
  }

  /**
   * Replaces a worker. What it executed fails, since that may be why it ended; what waited is sent to the next, and so
   * is, once, what it executed in turns.
   */
  private ended(worker: LaneWorker, cause: Error): void {
    this.worker = null;
    const executed = Atomics.load(worker.current, 0);
    for (const [id, pending] of this.pending) {
      const { message, reject } = pending;
      const wasExecuted = message.kind === 'fetch' && message.fetch.session === executed;
      if (wasExecuted || pending.isRepeated || !worker.isReady || this.isStopping) {
        this.pending.delete(id);
        reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'its worker thread ended', { cause }));
      } else {
        pending.isRepeated = true;
        this.post(message);
      }
    }
    if (!(cause instanceof UserError) && !this.isStopping) {
      this.options.log.error({ err: cause }, 'a worker thread of the subgraphs ended and is replaced');
    }
  }
}
