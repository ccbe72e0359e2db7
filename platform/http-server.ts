import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Express } from 'express';

import { UserError } from './errors.js';
import type { Middleware } from './middleware.js';
import { OrderlyStop } from './orderly-stop.js';
import { putSecureHeaders } from './security-headers.js';

/** A server that listens. */
export interface RunningServer {
  /** Its address, such as http://127.0.0.1:4000. */
  readonly url: string;
  /**
   * For `notice` milliseconds (0) says at /health/ready that it stops and still answers; then takes no more requests,
   * answers those that came, and ends.
   */
  stop(notice?: number): Promise<void>;
}

/** Whether a server answers, as the body of /health/ready says it. */
export interface Health {
  /** Degraded: it answers, though not all, and is to be sent requests. Not ready: it is to be sent none. */
  readonly status: 'ready' | 'degraded' | 'not ready' | 'stopping';
  /** What stands in the way of answering, for people; empty when nothing does. */
  readonly problems: readonly string[];
  /** What a server says of its parts. */
  readonly [part: string]: unknown;
}

/** Tells how a server is, each time that it is asked. */
export type Readiness = () => Promise<Health>;

/** Ready when nothing stands in the way, not ready otherwise. */
export function readyUnless(problems: readonly string[]): Health {
  return { status: problems.length === 0 ? 'ready' : 'not ready', problems };
}

/** An Express application on an HTTP server of its own. */
export interface Application {
  readonly app: Express;
  readonly httpServer: Server;
  readonly orderlyStop: OrderlyStop;
}

/** An application with /health/live and /health/ready. `first` sees each request before Express does. */
export function createApplication(isReady: Readiness, first: Middleware = passOn): Application {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const health = orderlyStop.isStopping ? stopping : await isReady();
    const isAnswering = health.status === 'ready' || health.status === 'degraded';
    response.status(isAnswering ? 200 : 503).json(health);
  });
  const answer: RequestListener = (request, response) => {
    putSecureHeaders(response);
    first(request, response, () => {
      app(request, response);
    });
  };
  const httpServer = createServer({ keepAliveTimeout, requestTimeout }, answer);
  const orderlyStop = new OrderlyStop(httpServer);
  return { app, httpServer, orderlyStop };
}

/** Milliseconds that an idle connection is kept: longer than clients do, as one closed when they send fails a request. */
const keepAliveTimeout = 75_000;

/** Milliseconds in which a request has to have come, body and all. */
const requestTimeout = 30_000;

const passOn: Middleware = (_request, _response, next) => {
  next();
};

const stopping: Health = { status: 'stopping', problems: ['The server is stopping.'] };

/** Listens, or says why it cannot. `close` ends what answers the requests, after the last of them. */
export async function listen(
  { httpServer, orderlyStop }: Application,
  { host, port }: { readonly host: string; readonly port: number },
  close: () => Promise<void>,
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
  return {
    url: `http://${name}:${address.port}`,
    stop: async (notice = 0) => {
      await orderlyStop.stop(notice);
      await close();
    },
  };
}

/**
 * Stops in order on SIGTERM, with `notice` milliseconds for those who send requests here to turn elsewhere, and on
 * SIGINT, without. A second signal ends the process at once.
 */
export function stopOnSignal(stop: (notice: number) => Promise<void>, notice: number): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop(signal === 'SIGTERM' ? notice : 0).then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
