import type { Request } from 'express';

import type { Config } from '../../platform/config.js';
import type { AnswerCache, AnswerOrigin } from '../answers/answer-cache.js';
import { forwardedHeaders } from '../request/request-context.js';
import { recordOperation, type executeGraph } from './graph-endpoint.js';
import { requestKeyOf, type GraphRequest } from './graph-request.js';
import type { HttpResponse } from './send-answer.js';

/** An operation that a request of another path asks of the graph. */
export interface AskedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Asks the graph on behalf of a request; `id` is that of the request. */
export type AskGraph = (
  operation: AskedOperation,
  request: Request,
  id: string,
  signal: AbortSignal,
) => Promise<HttpResponse>;

/** Asks as a POST to /graphql does, so that every guard applies: from the cache, shared, or executed. */
export function askGraph(
  execute: ReturnType<typeof executeGraph>,
  cache: AnswerCache<HttpResponse>,
  { forwardedHeaders: names }: Pick<Config, 'forwardedHeaders'>,
  answered: (origin: AnswerOrigin) => void,
): AskGraph {
  return async (operation, request, id, signal) => {
    const asked = postOf(operation, request);
    asked.requestKey = requestKeyOf(asked, cache.graph, forwardedHeaders(asked, names));
    const kept = asked.requestKey === null ? null : await cache.find(asked.requestKey);
    if (kept) {
      answered('kept');
      recordOperation(kept);
      const { headers, body, versions } = kept.answer;
      return { status: 200, headers, body, versions };
    }
    return (await execute(asked, id, signal)).response;
  };
}

/** Headers that are of the other path's request, or that ask for something else than an answer as JSON. */
const ownHeaders = [
  'content-encoding',
  'transfer-encoding',
  'x-apollo-operation-name',
  'apollo-query-plan-experimental',
  'x-require-complete',
  'if-none-match',
];

/** A request that is as another, but for what it asks. */
function postOf(operation: AskedOperation, request: Request): Request & GraphRequest {
  const body = Buffer.from(JSON.stringify(operation));
  const others = Object.entries(request.headers).filter(([name]) => !ownHeaders.includes(name));
  const headers = {
    ...Object.fromEntries(others),
    'content-type': 'application/json',
    'content-length': String(body.length),
    accept: 'application/json',
  };
  const own = { method: 'POST', url: '/graphql', headers, body };
  return Object.create(
    request,
    Object.fromEntries(
      Object.entries({ ...own, requestKey: null }).map(([name, value]) => [name, { value, writable: true }]),
    ),
  ) as Request & GraphRequest;
}
