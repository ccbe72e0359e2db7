import { raw } from 'express';

import type { Config } from '../../platform/config.js';
import { requestError } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { chain, type Middleware } from '../../platform/middleware.js';
import { identifyRequests } from '../../platform/request-id.js';
import { controlAccess } from '../access/access.js';
import { ownCallersOnly } from '../access/own-callers.js';
import { utf8Only } from '../access/utf8-only.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { observeRequests } from '../observability/observability.js';
import { errorHandler } from './error-handlers.js';

/** The paths of the graph, matched as Express matches them. */
const graph = /^(?:https?:\/\/[^/?#]*)?\/(?:graphql|q)(?![^/?#])/i;

/** The path of agents. */
const agents = /^(?:https?:\/\/[^/?#]*)?\/mcp(?![^/?#])/i;

/** Paths without access control. */
const open = /^\/(?:health\/(?:live|ready)|metrics|status)(?![^?#])/;

/** Bytes that the body of a request may have. */
const bodyLimit = 2 ** 20;

const readRaw = raw({ limit: bodyLimit, type: () => true }) as unknown as Middleware;

/** Reads the body, decompressed. Errors without a name of their own are those of the decompression. */
const readBody: Middleware = (request, response, next) => {
  readRaw(request, response, (error) => {
    const { type, status } = (error ?? {}) as { readonly type?: string; readonly status?: number };
    const encoding = request.headers['content-encoding'];
    if (type === undefined && status === 400 && encoding !== undefined) {
      const message = `The body cannot be decompressed: it is not ${encoding}, as its Content-Encoding says, or not whole.`;
      next(requestError('BODY_NOT_READABLE', message, { originalError: error as Error }));
    } else {
      next(error);
    }
  });
};

/**
 * The middleware before Express. It observes a request to the graph, controls access, reads the body, and has
 * `answerFromCache` answer it if possible. What agents ask of the graph is looked up when it is known.
 */
export function requestPipeline(
  config: Config,
  log: Log,
  metrics: GatewayMetrics,
  identify: Middleware | null,
  answerFromCache: Middleware,
): Middleware {
  const handleError = errorHandler(log);
  const access = controlAccess(config);
  const known = identify === null ? access : [...access, identify];
  const forGraph = chain(
    [identifyRequests, ...observeRequests(config, log, metrics), ...known, utf8Only, readBody, answerFromCache],
    handleError,
  );
  const forAgents = chain(
    [identifyRequests, ...observeRequests(config, log, metrics), ownCallersOnly(config), ...known, utf8Only, readBody],
    handleError,
  );
  const forPages = chain([identifyRequests, ...access], handleError);
  return (request, response, next) => {
    const url = request.url ?? '';
    const pipeline = graph.test(url)
      ? forGraph
      : agents.test(url)
        ? forAgents
        : open.test(url)
          ? identifyRequests
          : forPages;
    pipeline(request, response, next);
  };
}
