import type { IncomingMessage, ServerResponse } from 'node:http';

import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler } from 'express';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { requestIdOf } from '../../platform/request-id.js';
import { currentRequest } from '../../platform/request-record.js';
import type { AnswerCache, AnswerOrigin, Executed } from '../answers/answer-cache.js';
import { CachedAnswer } from '../answers/cached-answer.js';
import type { CacheEntry } from '../answers/local-answers.js';
import { versionText } from '../request/data-versions.js';
import { OperationEnded } from '../request/failures.js';
import { forwardedHeaders, inRequestContext, type RequestContext } from '../request/request-context.js';
import { readJson, requestKeyOf, searchOf, type GraphRequest } from './graph-request.js';
import { sendAnswer, sendUncached, type HttpResponse } from './send-answer.js';

/** The response headers that belong to an answer. The others belong to one request or connection. */
const answerHeaders = [
  'content-type',
  'x-complete',
  'x-cost-estimate',
  'x-cost-actual',
  'x-cost-limit',
  'x-data-version',
];

/** Answers requests to the graph from the cache. It runs before Express, which would take as long again. */
export function answerFromCache(
  cache: AnswerCache<HttpResponse>,
  { forwardedHeaders: names }: Pick<Config, 'forwardedHeaders'>,
  answered: (origin: AnswerOrigin) => void,
): Middleware {
  const vary = ['Accept-Encoding', 'Accept', ...names].join(', ');
  const answer = async (request: IncomingMessage, response: ServerResponse, requestKey: string): Promise<boolean> => {
    const entry = await cache.find(requestKey);
    if (entry) {
      answered('kept');
      recordOperation(entry);
      await sendAnswer(request, response, entry.answer, (encoding) => cache.encode(entry, encoding));
    }
    return entry !== null;
  };
  return (request: GraphRequest, response, next) => {
    response.appendHeader('Vary', vary);
    const requestKey = requestKeyOf(request, cache.graph, forwardedHeaders(request, names));
    request.requestKey = requestKey;
    if (requestKey === null) {
      next();
      return;
    }
    answer(request, response, requestKey).then((isAnswered) => {
      if (!isAnswered) {
        next();
      }
    }, next);
  };
}

/** Executes a request to the graph that has a request key; `id` is that of the client's request. */
type ExecuteGraph = (
  request: Request & GraphRequest,
  id: string,
  signal: AbortSignal,
) => Promise<Executed<HttpResponse>>;

/** Executes requests that the cache has no answer for, or shares the answers to equal ones. */
export function executeGraph(
  server: ApolloServer<RequestContext>,
  cache: AnswerCache<HttpResponse>,
  config: Pick<Config, 'operationTimeout' | 'forwardedHeaders'>,
  answered: (origin: AnswerOrigin) => void,
): ExecuteGraph {
  return async (request, id, signal) => {
    const { requestKey } = request;
    if (requestKey === undefined) {
      throw new TypeError('Expected a request that has passed answerFromCache, found one without a request key.');
    }
    const context = { id, forwarded: forwardedHeaders(request, config.forwardedHeaders) };
    const arrived = performance.now();
    const run = (ending: AbortSignal): Promise<Executed<HttpResponse>> => {
      // Less where it has waited for an equal request, whose answer it cannot share.
      const timeout = Math.max(0, config.operationTimeout - (performance.now() - arrived));
      return inRequestContext(context, ending, timeout, (own) => execute(server, request, own));
    };
    const result =
      requestKey === null
        ? { origin: 'executed' as const, ...(await run(signal)), entry: null }
        : await cache.execute(requestKey, signal, run);
    answered(result.origin);
    if (result.entry) {
      recordOperation(result.entry);
    }
    return result;
  };
}

/** Answers requests to the graph that `answerFromCache` did not answer. */
export function answerGraph(execute: ExecuteGraph, cache: AnswerCache<HttpResponse>): RequestHandler {
  return async (request, response) => {
    const signal = endOfClient(response);
    const result = await execute(request as Request & GraphRequest, requestIdOf(response), signal).catch(
      unlessAborted(signal),
    );
    if (!result) {
      return;
    }
    const { entry } = result;
    if (entry) {
      await sendAnswer(request, response, entry.answer, (encoding) => cache.encode(entry, encoding));
    } else {
      await sendUncached(request, response, result.response);
    }
  };
}

/** Aborts when the client disconnects before the end of its answer. */
export function endOfClient(response: ServerResponse): AbortSignal {
  const disconnected = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      disconnected.abort(new OperationEnded('the client disconnected'));
    }
  });
  return disconnected.signal;
}

/** Nobody waits for an answer, or for an error, after the signal has aborted. */
export const unlessAborted =
  (signal: AbortSignal) =>
  (error: unknown): null => {
    if (signal.aborted) {
      return null;
    }
    throw error;
  };

async function execute(
  server: ApolloServer<RequestContext>,
  request: Request,
  context: RequestContext,
): Promise<Executed<HttpResponse>> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) {
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
  }
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers,
      search: searchOf(request.url),
      body: readJson(request),
    },
    context: () => Promise.resolve(context),
  });
  const parts: string[] = [];
  if (answer.body.kind === 'complete') {
    parts.push(answer.body.string);
  } else {
    for await (const part of answer.body.asyncIterator) {
      parts.push(part);
    }
  }
  const versions = context.state.versions.known();
  const response = {
    status: answer.status ?? 200,
    headers: {
      ...Object.fromEntries(answer.headers),
      ...(versions && versions.size > 0 ? { 'x-data-version': versionText(versions) } : {}),
    },
    body: Buffer.from(parts.join('')),
    versions: context.state.versions.all(),
  };
  return { entry: cacheEntryOf(response, context), response };
}

/** The cache entry of a response; null where it is not complete, or a data version is not known. */
function cacheEntryOf({ status, headers, body }: HttpResponse, { state }: RequestContext): CacheEntry | null {
  const versions = state.versions.known();
  if (status !== 200 || headers['x-complete'] !== 'true' || state.operationKey === null || !versions) {
    return null;
  }
  const own = answerHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
  return {
    answer: new CachedAnswer(body, Object.fromEntries(own) as Record<string, string>, versions),
    operationKey: state.operationKey,
    operationName: currentRequest()?.operationName ?? null,
  };
}

/** Records, for logs and metrics, what Apollo Server would have recorded of a request that it did not execute. */
export function recordOperation({ operationName }: CacheEntry): void {
  const record = currentRequest();
  if (record) {
    record.operationName = operationName;
    record.complete = true;
  }
}
