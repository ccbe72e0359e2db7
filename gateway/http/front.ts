import { raw } from 'express';

import type { Config } from '../../platform/config.js';
import type { Log } from '../../platform/log.js';
import { chain, type Middleware } from '../../platform/middleware.js';
import { identifyRequests } from '../../platform/request-id.js';
import { refuseOtherCharsets } from '../access/charset.js';
import { door } from '../access/access.js';
import { answerFailure } from './http-errors.js';
import { watchRequests } from '../observability/observability.js';
import type { GatewayMetrics } from '../observability/metrics.js';

/** Where the graph answers, as Express understands paths. */
const graph = /^(?:https?:\/\/[^/?#]*)?\/(?:graphql|q)(?![^/?#])/i;

/** What is open to all, however often they ask. */
const open = /^\/(?:health\/(?:live|ready)|metrics|status)(?![^?#])/;

/** Bytes that the body of a request may have. */
const bodyLimit = 2 ** 20;

/**
 * What is done for each request before Express has it. A request to the graph is watched and guarded, its body is read,
 * and `answerKept` answers it if it can.
 */
export function front(config: Config, log: Log, metrics: GatewayMetrics, answerKept: Middleware): Middleware {
  const failed = answerFailure(log);
  const guards = door(config);
  const readBody = raw({ limit: bodyLimit, type: () => true }) as unknown as Middleware;
  const toGraph = chain(
    [identifyRequests, ...watchRequests(config, log, metrics), ...guards, refuseOtherCharsets, readBody, answerKept],
    failed,
  );
  const toPages = chain([identifyRequests, ...guards], failed);
  return (request, response, next) => {
    const url = request.url ?? '';
    const way = graph.test(url) ? toGraph : open.test(url) ? identifyRequests : toPages;
    way(request, response, next);
  };
}
