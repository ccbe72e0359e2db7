import type { ServerResponse } from 'node:http';

import type { Express } from 'express';

import { errorCodes, type ErrorCode } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { sendJson, type ErrorMiddleware } from '../../platform/middleware.js';
import { requestIdOf } from '../../platform/request-id.js';
import { currentRequest } from '../../platform/request-record.js';
import { setPagePolicy } from '../../platform/security-headers.js';

/** Answers with one error in the form of GraphQL's, before or without GraphQL. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: ErrorCode | 'BAD_REQUEST',
  message: string,
): void {
  currentRequest()?.codes.add(code);
  const extensions = { code, ...(status >= 500 ? { requestId: requestIdOf(response) } : {}) };
  sendJson(response, status, { errors: [{ message, extensions }] });
}

/** Answers what nobody answered, and what failed before GraphQL began. It stands behind all else. */
export function answerHttpErrors(app: Express, log: Log): void {
  app.use((request, response) => {
    if (request.accepts(['json', 'html']) === 'html') {
      setPagePolicy(response, 'selfContained');
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

/** Says of a body what the reader of bodies would say that reads it as JSON. */
export class BodyNotJson extends Error {
  readonly type = 'entity.parse.failed';
}

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

/** Answers a request that failed. */
export function answerFailure(log: Log): ErrorMiddleware {
  return (error, _request, response, next) => {
    const { type = '', status } = (error ?? {}) as { readonly type?: string; readonly status?: number };
    const known = refusals[type];
    if (response.headersSent) {
      next(error);
    } else if (known) {
      sendError(response, ...known);
    } else if (status !== undefined && status >= 400 && status < 500) {
      sendError(response, status, 'BAD_REQUEST', 'The request cannot be read: its path or its body is malformed.');
    } else {
      log.error({ err: error }, 'unexpected error');
      sendError(response, 500, 'INTERNAL_SERVER_ERROR', errorCodes.INTERNAL_SERVER_ERROR);
    }
  };
}
