import type { ErrorRequestHandler, Express, Response } from 'express';

import { errorCodes, type ErrorCode } from '../platform/errors.js';
import type { Log } from '../platform/log.js';
import { requestIdOf } from '../platform/request-id.js';
import { currentRequest } from '../platform/request-record.js';
import { allowPage } from '../platform/security-headers.js';

/** Answers with one error in the form of GraphQL's, before or without GraphQL. */
export function sendError(response: Response, status: number, code: ErrorCode | 'BAD_REQUEST', message: string): void {
  currentRequest()?.codes.add(code);
  const extensions = { code, ...(status >= 500 ? { requestId: requestIdOf(response) } : {}) };
  response.status(status).json({ errors: [{ message, extensions }] });
}

/** Answers what nobody answered, and what failed before GraphQL began. It stands behind all else. */
export function answerHttpErrors(app: Express, log: Log): void {
  app.use((request, response) => {
    if (request.accepts(['json', 'html']) === 'html') {
      allowPage(response, 'selfContained');
      response.status(404).type('html').send(nothingHere);
    } else {
      sendError(response, 404, 'NOT_FOUND', errorCodes.NOT_FOUND);
    }
  });
  app.use(answerFailure(log));
}

const nothingHere = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title>
<p>Nothing is here. The start page is at <a href="/">/</a>, the graph at <a href="/graphql">/graphql</a>.</p></html>
`;

/** What the reader of bodies calls a failure, and what a client can do about it. */
const refusals: Readonly<Record<string, readonly [status: number, code: ErrorCode | 'BAD_REQUEST', message: string]>> =
  {
    'entity.parse.failed': [400, 'BODY_NOT_READABLE', 'The body is not JSON. Send {"query": "…", "variables": {…}}.'],
    'entity.too.large': [
      413,
      'BODY_TOO_LARGE',
      'The body is too large. Send a shorter document, or variables of fewer values.',
    ],
    'charset.unsupported': [415, 'BODY_NOT_READABLE', 'The body has a charset that is not read. Send JSON in UTF-8.'],
    'encoding.unsupported': [
      415,
      'BODY_NOT_READABLE',
      'The body is compressed in a way that is not read. Use gzip or none.',
    ],
    'request.size.invalid': [400, 'BODY_NOT_READABLE', 'The body has another length than Content-Length says.'],
  };

function answerFailure(log: Log): ErrorRequestHandler {
  return (error: { type?: string; status?: number }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = refusals[error.type ?? ''];
    if (known) {
      sendError(response, ...known);
    } else if (error.status !== undefined && error.status >= 400 && error.status < 500) {
      sendError(
        response,
        error.status,
        'BAD_REQUEST',
        'The request cannot be read: its path or its body is malformed.',
      );
    } else {
      log.error({ err: error }, 'unexpected error');
      sendError(response, 500, 'INTERNAL_SERVER_ERROR', errorCodes.INTERNAL_SERVER_ERROR);
    }
  };
}
