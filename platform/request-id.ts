import { randomUUID } from 'node:crypto';

import type { RequestHandler, Response } from 'express';

const usableId = /^[\w.:-]{1,128}$/;

/** Gives every request an id, the client's own where it sent a usable one, and says it in `X-Request-Id`. */
export const identifyRequests: RequestHandler = (request, response, next) => {
  const sent = request.get('x-request-id');
  const id = sent !== undefined && usableId.test(sent) ? sent : randomUUID();
  (response.locals as { requestId: string }).requestId = id;
  response.set('X-Request-Id', id);
  next();
};

/** The id that `identifyRequests` gave. */
export function requestIdOf(response: Response): string {
  return (response.locals as { requestId: string }).requestId;
}
