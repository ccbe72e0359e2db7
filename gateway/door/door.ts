import cors from 'cors';
import type { Express } from 'express';

import type { Config } from '../../platform/config.js';
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

/** Decides who may ask, before anything is done for them. What is put before it, such as /health, is open to all. */
export function guardDoor(
  app: Express,
  { corsOrigins, rateLimit, trustedProxies }: Pick<Config, 'corsOrigins' | 'rateLimit' | 'trustedProxies'>,
): void {
  app.set('trust proxy', trustedProxies);
  if (corsOrigins.length > 0) {
    const origin = corsOrigins.includes('*') ? '*' : [...corsOrigins];
    app.use(cors({ origin, methods: ['GET', 'POST'], exposedHeaders, maxAge: 600 }));
  }
  if (rateLimit > 0) {
    app.use(limitRate(rateLimit));
  }
}
