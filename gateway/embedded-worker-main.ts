import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import { UserError } from '../platform/errors.js';
import { closeGraph } from '../platform/graph.js';
import { openPrepared, prepareGraph } from './embedded-graph.js';
import { linksOf } from './fetch/workers/error-links.js';
import type { FromWorker, WorkerSettings } from './fetch/workers/messages.js';
import { serveFetches } from './fetch/workers/serve-fetches.js';

/** Executes fetches in a worker thread of `startEmbedded`, until it is told to stop. */
async function serve(port: MessagePort, settings: WorkerSettings): Promise<void> {
  const send = (message: FromWorker): void => {
    port.postMessage(message);
  };
  try {
    const { target } = settings;
    const { graph, loaded, problems } = settings.prepares
      ? await prepareGraph(target)
      : { graph: await openPrepared(target), loaded: [], problems: [] };
    const stopped = serveFetches(port, graph, settings);
    send({ kind: 'ready', loaded, problems });
    await stopped;
    await closeGraph(graph);
  } catch (error) {
    send({ kind: 'unusable', isUserError: error instanceof UserError, error: linksOf(error) });
  } finally {
    port.close();
  }
}

if (!parentPort) {
  throw new TypeError('Expected a worker thread, found the main thread of a process.');
}
await serve(parentPort, workerData as WorkerSettings);
