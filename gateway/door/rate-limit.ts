import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';

import { sendError } from '../http-errors.js';

/** Refuses an address that has sent more requests than it may in the minute that runs. */
export function limitRate(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // A proxy that nobody vouches for is a client like others: its X-Forwarded-For is not read.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, response) => {
      sendError(
        response,
        429,
        'RATE_LIMITED',
        `More than ${perMinute} requests came from this address within a minute. Retry-After has the seconds to wait.`,
      );
    },
  });
}
