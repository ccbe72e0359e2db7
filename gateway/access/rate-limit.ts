import type { IncomingMessage } from 'node:http';

import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import proxyAddress from 'proxy-addr';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { sendError } from '../request/send-error.js';

const windowMs = 60_000;

/** Limits how many requests an address may send in each minute. */
export function limitRate({ rateLimit, trustedProxies }: Pick<Config, 'rateLimit' | 'trustedProxies'>): Middleware {
  const store = new MemoryStore();
  store.init({ windowMs } as Options);
  const addressOf = addressIn(trustedProxies);
  const name = `"${rateLimit}-in-1min"`;
  const policy = `${name}; q=${rateLimit}; w=60`;
  const message = `More than ${rateLimit} requests came from this address within a minute. Retry-After has the seconds to wait.`;
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

/** The client's address: the peer of the connection, or the one that trusted proxies report. */
function addressIn(proxies: Config['trustedProxies']): (request: IncomingMessage) => string {
  if (proxies === false) {
    return ({ socket }) => socket.remoteAddress ?? '';
  }
  const isTrusted =
    typeof proxies === 'number'
      ? (_address: string, distance: number): boolean => distance < proxies
      : proxyAddress.compile([...proxies]);
  return (request) => proxyAddress(request, isTrusted);
}
