import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

import type { Middleware } from './middleware.js';
import { requestIdOf } from './request-id.js';

/** Data about a request for logs and metrics, collected while it is answered. */
export interface RequestRecord {
  readonly id: string;
  /** Name of the operation; null without a name or a valid operation. */
  operationName: string | null;
  /** Error codes in the answer. */
  readonly codes: Set<string>;
  /** Whether the answer is complete; null where unknown. */
  complete: boolean | null;
}

/** How a request ended. */
export interface RequestEnd {
  /** HTTP status; 499 when the client disconnected before the end of the answer. */
  readonly status: number;
  readonly seconds: number;
  readonly response: ServerResponse;
}

const records = new AsyncLocalStorage<RequestRecord>();

/** The record of the request that is being handled; undefined outside of a request. */
export function currentRequest(): RequestRecord | undefined {
  return records.getStore();
}

/** Keeps a record of each request and calls `ended` at its end. Must come after `identifyRequests`. */
export function recordRequests(ended: (record: RequestRecord, end: RequestEnd) => void): Middleware {
  return (_request, response, next) => {
    const record: RequestRecord = { id: requestIdOf(response), operationName: null, codes: new Set(), complete: null };
    const start = performance.now();
    response.once('close', () => {
      const status = response.writableFinished ? response.statusCode : 499;
      ended(record, { status, seconds: (performance.now() - start) / 1000, response });
    });
    records.run(record, next);
  };
}
