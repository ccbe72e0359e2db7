import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express, { type Express } from 'express';

import { answerClientErrors, refuseRequest } from './client-errors.js';
import type { Config } from './config.js';
import { withDeadline } from './deadline.js';
import { UserError } from './errors.js';
import { GracefulShutdown } from './graceful-shutdown.js';
import type { Middleware } from './middleware.js';
import { rewriteTarget } from './request-target.js';
import { setSecurityHeaders } from './security-headers.js';
import { closeUnreadConnections } from './write-timeout.js';

/** A server that listens. */
export interface RunningServer {
  /** Its address, such as http://127.0.0.1:4000. */
  readonly url: string;
  /**
   * Shuts down gracefully: for `notice` milliseconds (default 0) /health/ready says that it is stopping while requests
   * are still answered; then no more are accepted, and those in flight are answered.
   */
  stop(notice?: number): Promise<void>;
}

/** The health of a server: the body of /health/ready. */
export interface Health {
  /** Degraded: it can answer in part, and should get requests. Not ready, stopping: it should get none. */
  readonly status: 'ready' | 'degraded' | 'not ready' | 'stopping';
  /** Messages about what prevents complete answers; empty when nothing does. */
  readonly problems: readonly string[];
  /** Details of parts of the server. */
  readonly [part: string]: unknown;
}

/** Determines the health at a request of /health/ready. */
export type Readiness = () => Promise<Health>;

/** Milliseconds in which the health must be determined: less than health checks usually wait. */
const healthTimeout = 2_000;

/** Ready without problems, else not ready. */
export function readyUnless(problems: readonly string[]): Health {
  return { status: problems.length === 0 ? 'ready' : 'not ready', problems };
}

/** An Express application on an HTTP server of its own. */
export interface Application {
  readonly app: Express;
  readonly httpServer: Server;
  readonly shutdown: GracefulShutdown;
}

/** An application with /health/live and /health/ready. `first` handles each request before Express. */
export function createApplication(isReady: Readiness, first: Middleware = passOn): Application {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  app.get('/health/ready', async (_request, response) => {
    const health = shutdown.hasBegun ? stopping : await healthOf(isReady);
    const isAnswering = health.status === 'ready' || health.status === 'degraded';
    response.status(isAnswering ? 200 : 503).json(health);
  });
  const answer: RequestListener = (request, response) => {
    setSecurityHeaders(response);
    const problem = rewriteTarget(request);
    if (problem !== null) {
      refuseRequest(response, 400, problem);
      return;
    }
    first(request, response, () => {
      app(request, response);
    });
  };
  const httpServer = createServer({ keepAliveTimeout, requestTimeout, requireHostHeader: false }, answer);
  answerClientErrors(httpServer);
  const shutdown = new GracefulShutdown(httpServer);
  return { app, httpServer, shutdown };
}

/** The health in time; where it cannot be determined, not ready. */
async function healthOf(isReady: Readiness): Promise<Health> {
  const reason = (): Error => new Error(`it was not known within ${healthTimeout} milliseconds`);
  try {
    return await withDeadline({ milliseconds: healthTimeout, reason }, null, isReady);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return readyUnless([`The health cannot be determined: ${message}`]);
  }
}

/** Milliseconds that an idle connection is kept: longer than clients keep theirs, since a request on a closed one fails. */
const keepAliveTimeout = 75_000;

/** Milliseconds in which a whole request must have arrived. */
const requestTimeout = 30_000;

const passOn: Middleware = (_request, _response, next) => {
  next();
};

const stopping: Health = { status: 'stopping', problems: ['The server is stopping.'] };

/** Where a server listens, and for how long a client may read nothing of an answer, in milliseconds; default: 15,000. */
type ListenOptions = Pick<Config, 'host' | 'port'> & Partial<Pick<Config, 'writeTimeout'>>;

/** Starts listening. `close` is called at a stop, after the last request. Throws a `UserError` for a port in use. */
export async function listen(
  { httpServer, shutdown }: Application,
  { host, port, writeTimeout = 15_000 }: ListenOptions,
  close: () => Promise<void>,
): Promise<RunningServer> {
  closeUnreadConnections(httpServer, writeTimeout);
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
      await shutdown.begin(notice);
      await close();
    },
  };
}

/**
 * Shuts down gracefully on SIGTERM, with `notice` milliseconds for load balancers to notice it, and on SIGINT, without.
 * A second signal ends the process at once.
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
