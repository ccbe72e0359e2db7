import type { Middleware } from '../../platform/middleware.js';
import { sendError } from '../http/http-errors.js';

/** Refuses a body in another charset than UTF-8 before it is read: decoders of some can be made to work for hours. */
export const refuseOtherCharsets: Middleware = (request, response, next) => {
  const type = request.headers['content-type'];
  if (type === undefined || type === 'application/json') {
    next();
    return;
  }
  // All that look like one: a value in quotes may have the look of another parameter.
  const found = type.matchAll(/;\s*charset\s*=\s*"?([^\s;"]*)/gi);
  if (Array.from(found, ([, charset = '']) => charset).every((charset) => /^utf-?8$/i.test(charset))) {
    next();
    return;
  }
  sendError(response, 415, 'BODY_NOT_READABLE', 'The body has a charset that is not read. Send JSON in UTF-8.');
};
