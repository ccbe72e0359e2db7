import type { MessagePort } from 'node:worker_threads';

import type { Graph } from '../../../platform/graph.js';
import { readinessOf } from '../../../platform/import/readiness.js';
import { keepsMessage } from '../../request/public-error.js';
import { tableSizesInProcess } from '../in-process-data-source.js';
import type { SubgraphAnswer } from '../subgraph-answer.js';
import { SubgraphExecution, type SubgraphSession } from '../subgraph-execution.js';
import { EndedSessions } from './ended-sessions.js';
import { linksOf } from './error-links.js';
import {
  several,
  type FetchRequest,
  type FromWorker,
  type Reply,
  type ToWorker,
  type WorkerSettings,
} from './messages.js';
import { SessionLimit } from './session-limit.js';

interface WorkerSession {
  readonly limit: SessionLimit;
  /** Null after an answer whose rows may be of two data versions: the next fetch reads anew. */
  opened: SubgraphSession | null;
}

/** Executes the fetches that come through a port, until it gets the message to stop. */
export function serveFetches(port: MessagePort, graph: Graph, settings: WorkerSettings): Promise<void> {
  const fetches = new WorkerFetches(graph, settings);
  const reply = async (id: number, work: () => Promise<Reply>): Promise<void> => {
    const reply = await work().catch((error: unknown): Reply => ({ kind: 'failed', error: linksOf(error) }));
    port.postMessage({ kind: 'reply', id, reply } satisfies FromWorker);
  };
  return new Promise((resolve) => {
    port.on('message', (message: ToWorker) => {
      switch (message.kind) {
        case 'fetch':
          fetches.forget(message.over);
          void reply(message.id, () => fetches.answer(message.fetch));
          break;
        case 'end':
          fetches.end(message.session);
          break;
        case 'problems':
          void reply(message.id, async () => {
            const { problems } = await readinessOf(graph.map(({ database }) => database))();
            return { kind: 'problems', problems };
          });
          break;
        case 'tableSizes':
          void reply(message.id, async () => ({ kind: 'tableSizes', sizes: await tableSizesInProcess(graph) }));
          break;
        case 'stop':
          resolve();
      }
    });
  });
}

class WorkerFetches {
  private readonly sessions = new Map<number, WorkerSession>();
  private readonly parts: ReadonlyMap<string, { readonly execution: SubgraphExecution; readonly part: Graph[number] }>;
  private readonly ended: EndedSessions;
  private readonly current: Int32Array;

  constructor(
    graph: Graph,
    private readonly settings: WorkerSettings,
  ) {
    this.parts = new Map(
      graph.map((part) => [part.subgraph.name, { execution: new SubgraphExecution(part.subgraph), part }]),
    );
    this.ended = new EndedSessions(settings.ended);
    this.current = new Int32Array(settings.current);
    this.setCurrent(0);
  }

  /** Ends the fetches of a session, and forgets it. */
  end(session: number): void {
    this.sessions.get(session)?.limit.stop();
    this.sessions.delete(session);
  }

  forget(sessions: readonly number[]): void {
    for (const session of sessions) {
      this.sessions.delete(session);
    }
  }

  async answer(fetch: FetchRequest): Promise<Reply> {
    const found = this.parts.get(fetch.subgraph);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${fetch.subgraph}, but subgraphs/index.ts has none of this name.`);
    }
    if (this.ended.has(fetch.session)) {
      this.sessions.delete(fetch.session);
      return { kind: 'ended' };
    }
    const session = this.sessionOf(fetch.session);
    const { execution, part } = found;
    session.limit.restart();
    this.setCurrent(fetch.session);
    try {
      session.opened ??= execution.begin(part.database.until(session.limit.signal, session.limit, fetch.audience));
      const answer = await execution.answer(session.opened, fetch);
      if (session.limit.exceeded) {
        this.sessions.delete(fetch.session);
        return { kind: session.limit.exceeded };
      }
      if (answer.extensions?.['dataVersion'] === null) {
        session.opened = null;
      }
      return { kind: 'answer', text: JSON.stringify(answer), causes: causesIn(answer) };
    } finally {
      this.setCurrent(0);
    }
  }

  private setCurrent(session: number): void {
    Atomics.store(this.current, 0, this.settings.target.engine === 'postgresql' ? several : session);
  }

  private sessionOf(id: number): WorkerSession {
    let session = this.sessions.get(id);
    if (!session) {
      session = { limit: new SessionLimit(id, this.ended, this.settings.statementTime), opened: null };
      this.sessions.set(id, session);
    }
    return session;
  }
}

/** Of each error in an answer that a client cannot fix, its causes, which JSON would not have. */
function causesIn({ errors = [] }: SubgraphAnswer): (ReturnType<typeof linksOf> | null)[] {
  return errors.map((error) => {
    const { originalError } = error as { readonly originalError?: unknown };
    return originalError === undefined || keepsMessage(error.extensions?.['code']) ? null : linksOf(originalError);
  });
}
