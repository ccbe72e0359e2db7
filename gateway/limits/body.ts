import { json, type ErrorRequestHandler, type RequestHandler } from 'express';

import type { ErrorCode } from '../../platform/errors.js';

const bodyLimit = 2 ** 20;

/** Reads the body of a request to the graph, up to 1 MB of JSON; what it cannot read it answers as errors of the graph. */
export const readBody: (RequestHandler | ErrorRequestHandler)[] = [
  json({ limit: bodyLimit }),
  // Express knows a handler of errors by its four parameters.
  (error: { status?: unknown; type?: string }, _request, response, next) => {
    const { status, type = '' } = error;
    if (typeof status !== 'number' || status >= 500 || response.headersSent) {
      next(error);
      return;
    }
    const extensions =
      type === 'entity.too.large'
        ? { code: 'DOCUMENT_LIMIT' satisfies ErrorCode, measured: 'bytes', limit: bodyLimit }
        : { code: 'BAD_REQUEST' };
    const message = messages[type] ?? 'The body of the request cannot be read.';
    response.status(status).json({ errors: [{ message, extensions }] });
  },
];

/** By the type that the parser gives its errors. */
const messages: Readonly<Record<string, string>> = {
  'entity.too.large': `The body of the request has more than ${bodyLimit.toLocaleString('en')} bytes, which is the limit.`,
  'entity.parse.failed': 'The body of the request is not a JSON object.',
  'charset.unsupported': 'The charset of the request is not supported: send UTF-8.',
  'encoding.unsupported': 'The content encoding of the request is not supported: send gzip, deflate, br or none.',
};
