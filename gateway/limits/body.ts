import { json, type ErrorRequestHandler, type RequestHandler } from 'express';

import type { ErrorCode } from '../../platform/errors.js';

const bodyLimit = 2 ** 20;

/** Answers a body that cannot be read as an error of the graph. */
const refuseUnreadable: ErrorRequestHandler = (
  error: { readonly status?: unknown; readonly type?: string },
  _request,
  response,
  next,
) => {
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
};

/** By the type that the parser gives its errors. */
const messages: Readonly<Record<string, string>> = {
  'entity.too.large': `The body of the request has more than ${bodyLimit.toLocaleString('en')} bytes, which is the limit.`,
  'entity.parse.failed': 'The body of the request is not a JSON object.',
  'charset.unsupported': 'The charset of the request is not supported: send UTF-8.',
  'encoding.unsupported': 'The content encoding of the request is not supported: send gzip, deflate, br or none.',
};

/** Refuses all charsets but the one of JSON: some are many times as dear to read. */
function allowUtf8(_request: unknown, _response: unknown, _body: unknown, charset: string): void {
  if (charset !== 'utf-8') {
    throw Object.assign(new Error('unsupported charset'), { status: 415, type: 'charset.unsupported' });
  }
}

/** Reads the body of a request to the graph: JSON of 1 MB at most. What cannot be read is answered with its reason. */
export const readBody: readonly (RequestHandler | ErrorRequestHandler)[] = [
  json({ limit: bodyLimit, verify: allowUtf8 }),
  refuseUnreadable,
];
