import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

import type { Middleware } from './middleware.js';
import { requestIdOf } from './request-id.js';

/** What is noted of a request while it is answered, for logs and metrics. */
export interface RequestRecord {
  readonly id: string;
  /** Name of the operation, as the document has it; null when it has none, or none was found. */
  operationName: string | null;
  /** Codes of the errors that the client is told. */
  readonly codes: Set<string>;
  /** Whether the answer is whole; null when nobody said. */
  complete: boolean | null;
}

/** How a request ended. */
export interface RequestEnd {
  /** Status of the answer; 499 when the client was gone before it had all of it. */
  readonly status: number;
  readonly seconds: number;
  readonly response: ServerResponse;
}

const records = new AsyncLocalStorage<RequestRecord>();

/** The record of the request that is being answered; undefined outside of one. */
export function currentRequest(): RequestRecord | undefined {
  return records.getStore();
}

/** Keeps a record of each request that `identifyRequests` has seen, and gives it away when the request has ended. */
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
