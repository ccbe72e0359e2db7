import type { ServerResponse } from 'node:http';

import { errorCodes, type ErrorCode } from '../../platform/errors.js';
import { sendJson } from '../../platform/middleware.js';
import { requestIdOf } from '../../platform/request-id.js';
import { currentRequest } from '../../platform/request-record.js';

/** Answers with one error in GraphQL's format, where Apollo Server is not reached. */
export function sendError(
  response: ServerResponse,
  code: ErrorCode,
  message: string = errorCodes[code].meaning,
  status: number = errorCodes[code].status,
): void {
  currentRequest()?.codes.add(code);
  const extensions = { code, ...(status >= 500 ? { requestId: requestIdOf(response) } : {}) };
  sendJson(response, status, { errors: [{ message, extensions }] });
}
