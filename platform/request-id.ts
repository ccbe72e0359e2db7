import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { Middleware } from './middleware.js';

const header = 'X-Request-Id';

const validId = /^[\w.:-]{1,128}$/;

/** Gives every request an id, that of the client where it is valid, and sets it as `X-Request-Id` of the answer. */
export const identifyRequests: Middleware = (request, response, next) => {
  const sent = request.headers['x-request-id'];
  response.setHeader(header, typeof sent === 'string' && validId.test(sent) ? sent : randomUUID());
  next();
};

/** The id of a request, set by `identifyRequests`. */
export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader(header));
}
