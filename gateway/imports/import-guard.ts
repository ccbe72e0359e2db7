import type { IncomingHttpHeaders } from 'node:http';

import type { RequestHandler } from 'express';

import { editorRole } from '../../platform/keys/key-file.js';
import { isOwnOrigin } from '../access/access.js';
import { callerOf } from '../request/caller.js';
import { sendError } from '../request/send-error.js';

/** Lets requests of editors pass, of no other origin than the server's own. */
export const editorsOnly: RequestHandler = (request, response, next) => {
  if (isForeign(request.headers)) {
    sendError(response, 'FOREIGN_ORIGIN');
    return;
  }
  const caller = callerOf(request);
  if (caller === null) {
    response.setHeader('WWW-Authenticate', 'Bearer');
    sendError(response, 'KEY_REQUIRED');
  } else if (!caller.roles.includes(editorRole)) {
    sendError(response, 'ROLE_REQUIRED', `This key has not the role ${editorRole}, which imports need.`);
  } else {
    next();
  }
};

/** Whether a page of another origin sent the request, as browsers tell. */
function isForeign(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return true;
  }
  return origin !== undefined && !isOwnOrigin(origin, host);
}
