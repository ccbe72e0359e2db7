import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';

import express from 'express';

import { importSocket } from '../../platform/import/import-socket.js';
import type { Log } from '../../platform/log.js';
import { identifyRequests } from '../../platform/request-id.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { importApi } from './import-api.js';
import type { ImportQueue } from './import-queue.js';

/** Bytes that the files of one import may have. */
const bodyLimit = 512 * 2 ** 20;

/**
 * Serves the importer at a socket in the data folder, to who may write there: `npm run import` of the same user. Gives
 * what stops it. To be called by who has the lock of the folder: a socket that is there is of a process that ended.
 */
export async function listenForImports(
  folder: string,
  options: { readonly queue: ImportQueue; readonly log: Log; readonly metrics: GatewayMetrics },
): Promise<() => Promise<void>> {
  const path = importSocket(folder);
  const noted = (error: unknown): void => {
    options.log.warn({ err: error }, 'no socket for imports: npm run import needs this server to be stopped');
  };
  if (path === null) {
    noted(new Error(`The path of ${folder} is too long for one.`));
    return () => Promise.resolve();
  }
  rmSync(path, { force: true });
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    identifyRequests(request, response, next);
  });
  app.use('/import', importApi({ ...options, limit: bodyLimit, isLocal: true }));
  const server = createServer({ requestTimeout: 0 }, app);
  await new Promise<void>((resolve) => {
    server.once('error', (error) => {
      noted(error);
      resolve();
    });
    server.listen(path, () => {
      chmodSync(path, 0o600);
      resolve();
    });
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
  };
}
