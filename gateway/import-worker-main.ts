import { parentPort, workerData } from 'node:worker_threads';

import { UserError } from '../platform/errors.js';
import { closeGraph, type Graph } from '../platform/graph.js';
import { RefusedImport } from '../platform/import/import-error.js';
import { runJob, type ImportJob } from '../platform/import/jobs.js';
import { unpackFiles } from '../platform/import/packed-files.js';
import { openPrepared } from './embedded-graph.js';
import { linksOf } from './fetch/workers/error-links.js';
import type { FromImportWorker, ImportWorkerData, SentJob } from './imports/messages.js';

/** Does one job of the importer in a worker thread, and ends. */
async function execute(send: (message: FromImportWorker) => void, { target, job }: ImportWorkerData): Promise<void> {
  let graph: Graph = [];
  try {
    graph = await openPrepared(target);
    const result = await runJob(graph, jobOf(job), job.settings, (done, total) => {
      send({ kind: 'progress', done, total });
    });
    send({ kind: 'done', result });
  } catch (error) {
    send(
      error instanceof UserError
        ? { kind: 'refused', message: error.message, problems: error instanceof RefusedImport ? error.problems : [] }
        : { kind: 'failed', error: linksOf(error) },
    );
  } finally {
    await closeGraph(graph);
  }
}

function jobOf(job: SentJob): ImportJob {
  if (!('packed' in job)) {
    return job;
  }
  const files = unpackFiles(job.packed);
  if (files === null) {
    throw new UserError('The body is not a line of JSON with path and entries, and the bytes of the files after it.');
  }
  return { kind: job.kind, files: job.isLocal ? files : { ...files, folder: null } };
}

if (!parentPort) {
  throw new TypeError('Expected a worker thread, found the main thread of a process.');
}
const port = parentPort;
await execute((message) => {
  port.postMessage(message);
}, workerData as ImportWorkerData);
port.close();
