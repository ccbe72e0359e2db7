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
];

/** Cross-origin rules and the rate limit. */
export function controlAccess(
  config: Pick<Config, 'corsOrigins' | 'rateLimit' | 'trustedProxies'>,
): readonly Middleware[] {
  const { corsOrigins } = config;
  const origin = corsOrigins.includes('*') ? '*' : [...corsOrigins];
  return [
    ...(corsOrigins.length > 0 ? [cors({ origin, methods: ['GET', 'POST'], exposedHeaders, maxAge: 600 })] : []),
    ...(config.rateLimit > 0 ? [limitRate(config)] : []),
  ];
}
