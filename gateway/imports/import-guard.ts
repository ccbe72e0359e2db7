import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

import type { RequestHandler } from 'express';

import { isOwnOrigin } from '../access/access.js';
import { sendError } from '../request/send-error.js';

/** Lets requests with the token pass, of no other origin than the server's own. */
export function guardImports(token: string): RequestHandler {
  const expected = digestOf(token);
  return (request, response, next) => {
    if (isForeign(request.headers)) {
      sendError(response, 'FOREIGN_ORIGIN');
      return;
    }
    const [, sent = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    // Digests have one length, so that the comparison takes as long for every token.
    if (!timingSafeEqual(digestOf(sent), expected)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      sendError(response, 'TOKEN_REQUIRED');
      return;
    }
    next();
  };
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether a page of another origin sent the request, as browsers tell. */
function isForeign(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return true;
  }
  return origin !== undefined && !isOwnOrigin(origin, host);
}
