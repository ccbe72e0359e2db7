import type { Request, Response } from 'express';

import type { Config } from '../platform/config.js';
import { requestIdOf } from '../platform/request-id.js';
import { OperationEnded } from './fetch/failures.js';

/** What one request to the graph carries through the gateway, to every fetch of its plan. */
export interface RequestContext {
  /** Names the request in the answer, in the logs and to the subgraphs. */
  readonly id: string;
  /** Aborted when the operation's time is over, or the client is gone: work for it ends. */
  readonly signal: AbortSignal;
  /** The client's headers that subgraphs may see. */
  readonly forwarded: Readonly<Record<string, string>>;
}

/** The context of an operation that begins now. */
export function createRequestContext(
  request: Request,
  response: Response,
  rules: Pick<Config, 'operationTimeout' | 'forwardedHeaders'>,
): RequestContext {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort(new OperationEnded('the time of the operation was over'));
  }, rules.operationTimeout);
  response.once('close', () => {
    clearTimeout(timer);
    ending.abort(new OperationEnded('the client was gone'));
  });
  return {
    id: requestIdOf(response),
    signal: ending.signal,
    forwarded: Object.fromEntries(
      rules.forwardedHeaders.flatMap((name) => {
        const value = request.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}
