import cors from 'cors';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { limitRate } from './rate-limit.js';

/** The response headers that a page of another origin may read. */
const exposedHeaders = [
  'X-Request-Id',
  'X-Complete',
  'X-Cost-Estimate',
  'X-Cost-Actual',
  'X-Cost-Limit',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'ETag',
  'X-Data-Version',
  'Content-Disposition',
];

/** The origins of servers on this machine, such as a frontend's development server. */
const ofThisMachine = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Cross-origin rules and the rate limit. */
export function controlAccess(
  config: Pick<Config, 'corsOrigins' | 'rateLimit' | 'trustedProxies'>,
): readonly Middleware[] {
  const { corsOrigins } = config;
  const origin = corsOrigins.includes('*') ? '*' : corsOrigins.map(originOf);
  return [
    ...(corsOrigins.length > 0
      ? [forPages(cors({ origin, methods: ['GET', 'POST'], exposedHeaders, maxAge: 600 }))]
      : []),
    ...(config.rateLimit > 0 ? [limitRate(config)] : []),
  ];
}

/** Whether an origin is the server's own, by the host that a request is sent to. Behind a proxy the scheme is not known here. */
export const isOwnOrigin = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host;

/** Whether pages of an origin may read answers. */
export const allowsOrigin = (corsOrigins: Config['corsOrigins'], origin: string): boolean =>
  corsOrigins.includes('*') ||
  corsOrigins.map(originOf).some((each) => (typeof each === 'string' ? each === origin : each.test(origin)));

const originOf = (origin: string): string | RegExp => (origin === 'localhost' ? ofThisMachine : origin);

/** Applies to all but OPTIONS without an origin, which no browser sends: `cors` would answer it with an empty body. */
function forPages(middleware: Middleware): Middleware {
  return (request, response, next) => {
    if (request.method === 'OPTIONS' && request.headers.origin === undefined) {
      next();
    } else {
      middleware(request, response, next);
    }
  };
}
