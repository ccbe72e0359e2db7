import type { Express, RequestHandler } from 'express';
import { GraphQLError } from 'graphql';

import { isErrorCode, type ErrorCode } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import type { ErrorMiddleware } from '../../platform/middleware.js';
import { observer } from '../../platform/observer.js';
import { publicExtensions } from '../request/public-error.js';
import { sendError } from '../request/send-error.js';

/**
 * Answers requests that nothing else answers, browsers by `unknownPage`, and those that failed before Apollo Server. To be
 * added last.
 */
export function handleErrors(app: Express, log: Log, unknownPage: RequestHandler): void {
  app.use(async (request, response, next) => {
    if (request.accepts(['json', 'html']) === 'html') {
      await unknownPage(request, response, next);
    } else {
      sendError(response, 'NOT_FOUND');
    }
  });
  app.use(errorHandler(log));
}

/** Errors of the body parser, by its names for them. */
const bodyErrors: Readonly<
  Record<string, readonly [code: ErrorCode, message: string, response: { readonly status: number }]>
> = {
  'entity.too.large': [
    'BODY_TOO_LARGE',
    'The body is too large. Send a shorter document, or variables of fewer values.',
    { status: 413 },
  ],
  'charset.unsupported': [
    'BODY_NOT_READABLE',
    'The body has a charset that is not read. Send JSON in UTF-8.',
    { status: 415 },
  ],
  'encoding.unsupported': [
    'BODY_NOT_READABLE',
    'The body is compressed in a way that is not read. Use gzip, deflate, br or zstd, one of them, or none.',
    { status: 415 },
  ],
  'request.size.invalid': [
    'BODY_NOT_READABLE',
    'The body has another length than Content-Length says.',
    { status: 400 },
  ],
};

/** Answers a request that failed. */
export function errorHandler(log: Log): ErrorMiddleware {
  const report = observer(log, (error: unknown) => {
    log.error({ err: error }, 'unexpected error');
  });
  return (error, _request, response, next) => {
    const { type = '', status } = (error ?? {}) as { readonly type?: string; readonly status?: number };
    const bodyError = bodyErrors[type];
    if (response.headersSent) {
      next(error);
    } else if (bodyError) {
      sendError(response, ...bodyError);
    } else if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) {
      sendError(response, error.extensions['code'], error.message, publicExtensions(error.extensions));
    } else if (status !== undefined && status >= 400 && status < 500) {
      sendError(response, 'BAD_REQUEST', 'The request cannot be read: its path or its body is malformed.', {
        status,
      });
    } else {
      report(error);
      sendError(response, 'INTERNAL_SERVER_ERROR');
    }
  };
}
