import cors from 'cors';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { limitRate } from './rate-limit.js';

/** The headers of an answer that a page of another origin may read. */
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

/** Decides who may ask, before anything is done for them. */
export function door(config: Pick<Config, 'corsOrigins' | 'rateLimit' | 'trustedProxies'>): readonly Middleware[] {
  const { corsOrigins } = config;
  const origin = corsOrigins.includes('*') ? '*' : [...corsOrigins];
  return [
    ...(corsOrigins.length > 0 ? [cors({ origin, methods: ['GET', 'POST'], exposedHeaders, maxAge: 600 })] : []),
    ...(config.rateLimit > 0 ? [limitRate(config)] : []),
  ];
}
