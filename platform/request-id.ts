import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { Middleware } from './middleware.js';

const header = 'X-Request-Id';

const usableId = /^[\w.:-]{1,128}$/;

/** Gives every request an id, the client's own where it sent a usable one, and says it in `X-Request-Id`. */
export const identifyRequests: Middleware = (request, response, next) => {
  const sent = request.headers['x-request-id'];
  response.setHeader(header, typeof sent === 'string' && usableId.test(sent) ? sent : randomUUID());
  next();
};

/** The id that `identifyRequests` gave. */
export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader(header));
}
