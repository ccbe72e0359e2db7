import type { ServerResponse } from 'node:http';

import { errorBody, errorCodes, type ErrorCode } from '../../platform/errors.js';
import { sendJson } from '../../platform/middleware.js';
import { requestIdOf } from '../../platform/request-id.js';
import { currentRequest } from '../../platform/request-record.js';

/** What an error's response has beside its code and message. */
interface ErrorResponse {
  /** HTTP status, where it is not the code's. */
  readonly status?: number;
  readonly [extension: string]: unknown;
}

/** Answers with one error in GraphQL's format, where Apollo Server is not reached. */
export function sendError(
  response: ServerResponse,
  code: ErrorCode,
  message: string = errorCodes[code].meaning,
  { status = errorCodes[code].status, ...more }: ErrorResponse = {},
): void {
  currentRequest()?.codes.add(code);
  const extensions = { ...more, ...(status >= 500 ? { requestId: requestIdOf(response) } : {}) };
  sendJson(response, status, errorBody(code, message, extensions));
}
