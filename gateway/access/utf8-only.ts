import type { Middleware } from '../../platform/middleware.js';
import { sendError } from '../request/send-error.js';

/** Refuses a body in another charset than UTF-8 before it is read: some decoders can be made to run for hours. */
export const utf8Only: Middleware = (request, response, next) => {
  const type = request.headers['content-type'];
  if (type === undefined || type === 'application/json') {
    next();
    return;
  }
  // Every text that looks like the parameter: a quoted value may contain one.
  const found = type.matchAll(/;\s*charset\s*=\s*"?([^\s;"]*)/gi);
  if (Array.from(found, ([, charset = '']) => charset).every((charset) => /^utf-?8$/i.test(charset))) {
    next();
    return;
  }
  sendError(response, 'BODY_NOT_READABLE', 'The body has a charset that is not read. Send JSON in UTF-8.', {
    status: 415,
  });
};
