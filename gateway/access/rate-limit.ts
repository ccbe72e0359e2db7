import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { sendError } from '../request/send-error.js';
import { clientAddress } from './client-address.js';

const windowMs = 60_000;

/** Limits how many requests an address may send in each minute; `of` says which. */
export function limitRate(
  { rateLimit, trustedProxies }: Pick<Config, 'rateLimit' | 'trustedProxies'>,
  of = 'requests',
): Middleware {
  const store = new MemoryStore();
  store.init({ windowMs } as Options);
  const addressOf = clientAddress(trustedProxies);
  const name = `"${rateLimit}-in-1min"`;
  const policy = `${name}; q=${rateLimit}; w=60`;
  const message = `More than ${rateLimit} ${of} came from this address within a minute. Retry-After has the seconds to wait.`;
  return (request, response, next) => {
    store
      .increment(ipKeyGenerator(addressOf(request)))
      .then(({ totalHits, resetTime }) => {
        const wait = Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000);
        response.setHeader('RateLimit-Policy', policy);
        response.setHeader('RateLimit', `${name}; r=${Math.max(0, rateLimit - totalHits)}; t=${wait}`);
        if (totalHits <= rateLimit) {
          next();
          return;
        }
        response.setHeader('Retry-After', wait);
        sendError(response, 'RATE_LIMITED', message);
      })
      .catch(next);
  };
}
