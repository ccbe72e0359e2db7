import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler } from 'express';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { requestIdOf } from '../../platform/request-id.js';
import { currentRequest } from '../../platform/request-record.js';
import type { Answers, Executed, Outcome } from '../answers/answers.js';
import type { Kept, KeptAnswer } from '../answers/kept-answers.js';
import { OperationEnded } from '../fetch/failures.js';
import { BodyNotJson } from './http-errors.js';
import { forwardedHeaders, inRequestContext, type RequestContext } from '../request/request-context.js';
import { sendAnswer, sendReply, type Reply } from './sending.js';

/** The headers of a kept answer that are its own. The others are of the request, or of how it was sent. */
const ownHeaders = ['content-type', 'x-complete', 'x-cost-estimate', 'x-cost-actual', 'x-cost-limit'];

/** The headers of a request that its answer may depend on, beside those that are forwarded. */
const askingHeaders = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** A request to the graph. */
interface GraphRequest extends IncomingMessage {
  /** Its body, no more compressed; undefined where it has none. */
  readonly body?: Buffer;
  /** Names all that its answer depends on; null where the answer is not kept. */
  key?: string | null;
}

/** Answers a request to the graph with what is kept, where it may be; before Express, which would take as long again. */
export function answerKept(
  answers: Answers<Reply>,
  { forwardedHeaders: names }: Pick<Config, 'forwardedHeaders'>,
  ended: (outcome: Outcome) => void,
): Middleware {
  const varied = ['Accept-Encoding', 'Accept', ...names].join(', ');
  const answer = async (request: IncomingMessage, response: ServerResponse, key: string): Promise<boolean> => {
    const kept = await answers.find(key);
    if (kept) {
      ended('kept');
      note(kept);
      await sendAnswer(request, response, kept.answer, (encoding) => answers.kept.encode(key, kept.answer, encoding));
    }
    return kept !== null;
  };
  return (request: GraphRequest, response, next) => {
    response.appendHeader('Vary', varied);
    const key = keyOf(request, answers.graph, forwardedHeaders(request, names));
    request.key = key;
    if (key === null) {
      next();
      return;
    }
    answer(request, response, key).then((isAnswered) => {
      if (!isAnswered) {
        next();
      }
    }, next);
  };
}

/** Executes what `answerKept` has passed on. */
export function answerGraph(
  server: ApolloServer<RequestContext>,
  answers: Answers<Reply>,
  config: Pick<Config, 'operationTimeout' | 'forwardedHeaders'>,
  ended: (outcome: Outcome) => void,
): RequestHandler {
  return async (request, response) => {
    const { key } = request as GraphRequest;
    if (key === undefined) {
      throw new TypeError('A request to the graph was not seen by what guards it.');
    }
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) {
        gone.abort(new OperationEnded('the client was gone'));
      }
    });
    const context = { id: requestIdOf(response), forwarded: forwardedHeaders(request, config.forwardedHeaders) };
    const execute = (signal: AbortSignal): Promise<Executed<Reply>> =>
      inRequestContext(context, signal, config.operationTimeout, (own) => ask(server, request, own));
    const answered =
      key === null
        ? { outcome: 'executed' as const, answer: null, other: (await execute(gone.signal)).other }
        : await answers.execute(key, gone.signal, execute);
    ended(answered.outcome);
    if (answered.answer) {
      note(answered);
      await sendAnswer(request, response, answered.answer, (encoding) =>
        answers.kept.encode(key ?? '', answered.answer, encoding),
      );
    } else {
      await sendReply(request, response, answered.other);
    }
  };
}

/** Names all of a request that its answer depends on; null for one whose answer is not kept. */
function keyOf({ method, url, headers, body }: GraphRequest, graph: string, forwarded: object): string | null {
  const mayBeKept = method === 'GET' || method === 'HEAD' || (method === 'POST' && body !== undefined);
  if (!mayBeKept || headers['apollo-query-plan-experimental'] !== undefined) {
    return null;
  }
  const asking = askingHeaders.map((name) => headers[name] ?? '').join('\n');
  const text = `${graph}\n${method}\n${url}\n${asking}\n${JSON.stringify(forwarded)}\n`;
  return hash('sha256', body ? Buffer.concat([Buffer.from(text), body]) : text, 'base64');
}

async function ask(
  server: ApolloServer<RequestContext>,
  request: Request,
  context: RequestContext,
): Promise<Executed<Reply>> {
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
      search: new URL(request.url, 'http://gateway.invalid').search,
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
  const reply = {
    status: answer.status ?? 200,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(parts.join('')),
  };
  return { keep: toKeep(reply, context), other: reply };
}

/** The answer in a reply, when it is whole and all of its data versions are known. */
function toKeep({ status, headers, body }: Reply, { found }: RequestContext): Executed<Reply>['keep'] {
  const versions = found.versions.known();
  if (status !== 200 || headers['x-complete'] !== 'true' || found.question === null || !versions) {
    return null;
  }
  const own = ownHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
  const answer: KeptAnswer = {
    body,
    headers: Object.fromEntries(own) as Record<string, string>,
    versions,
  };
  return { asked: { question: found.question, operationName: currentRequest()?.operationName ?? null }, answer };
}

/** The body, read as JSON; undefined where there is none, or it is something else. */
function readJson(request: Request): unknown {
  const { body } = request as GraphRequest;
  if (!body?.length || request.is('application/json') === false) {
    return undefined;
  }
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw new BodyNotJson('The body is not JSON.', { cause });
  }
}

/** Notes of a request that is answered with another's answer what logs and metrics say of it. */
function note({ operationName }: Kept): void {
  const record = currentRequest();
  if (record) {
    record.operationName = operationName;
    record.complete = true;
  }
}
