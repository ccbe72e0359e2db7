import type { RequestHandler } from 'express';

import { sendError } from '../http-errors.js';

/** Refuses a body in another charset than UTF-8 before it is read: decoders of some can be made to work for hours. */
export const refuseOtherCharsets: RequestHandler = (request, response, next) => {
  const [, charset] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(request.get('content-type') ?? '') ?? [];
  if (charset === undefined || /^utf-?8$/i.test(charset)) {
    next();
    return;
  }
  sendError(response, 415, 'BODY_NOT_READABLE', 'The body has a charset that is not read. Send JSON in UTF-8.');
};
