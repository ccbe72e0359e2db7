import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Express } from 'express';

import { UserError } from './errors.js';
import { secureHeaders } from './security-headers.js';

/** A server that listens. */
export interface RunningServer {
  /** Its address, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Takes no more requests, answers those that came, and ends. */
  stop(): Promise<void>;
}

/** What stands in the way of answering, for people; empty when nothing does. */
export type Readiness = () => Promise<readonly string[]>;

/** An Express application on an HTTP server of its own, with /health/live and /health/ready. */
export function createApplication(isReady: Readiness): { app: Express; httpServer: Server } {
  const app = express();
  app.disable('x-powered-by');
  app.use(secureHeaders);
  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const problems = await isReady();
    response
      .status(problems.length === 0 ? 200 : 503)
      .json({ status: problems.length === 0 ? 'ready' : 'not ready', problems });
  });
  // Longer than clients keep a connection that is idle: one closed by us as they send is a request that fails.
  return { app, httpServer: createServer({ keepAliveTimeout: 75_000 }, app) };
}

/** Listens, or says why it cannot. `stop` ends what answers the requests before the server itself. */
export async function listen(
  httpServer: Server,
  { host, port }: { readonly host: string; readonly port: number },
  stop: () => Promise<void>,
): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      reject(inUse ? new UserError(`Port ${port} of ${host} is in use. Set PORT to another one.`) : error);
    });
    httpServer.listen(port, host, resolve);
  });
  const address = httpServer.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, stop };
}

/** Stops in order on SIGINT and SIGTERM; a second signal ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
