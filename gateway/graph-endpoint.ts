import { hash } from 'node:crypto';

import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';

import type { Config } from '../platform/config.js';
import { requestIdOf } from '../platform/request-id.js';
import { currentRequest } from '../platform/request-record.js';
import type { Answers, Executed, Outcome } from './answers/answers.js';
import { compress, encodings, type Encoding, type KeptAnswer, type SentAnswer } from './answers/kept-answers.js';
import { OperationEnded } from './fetch/failures.js';
import { forwardedHeaders, inRequestContext, type RequestContext } from './request-context.js';

/** What Apollo Server answered to a request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A body from so many bytes on is compressed. */
const worthCompressing = 1_024;

/** The headers of a kept answer that are its own. The others are of the request, or of how it was sent. */
const ownHeaders = ['content-type', 'x-complete', 'x-cost-estimate', 'x-cost-actual', 'x-cost-limit'];

/** The headers of a request that its answer may depend on, beside those that are forwarded. */
const askingHeaders = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** Keeps the bytes of a body, by which equal requests are known. */
export function keepBytes(request: object, _response: unknown, bytes: Buffer): void {
  (request as { bytes?: Buffer }).bytes = bytes;
}

/** Answers GET and POST of the graph: with what is kept, where it may be, before Apollo Server looks at the request. */
export function answerGraph(
  server: ApolloServer<RequestContext>,
  answers: Answers<Reply>,
  config: Pick<Config, 'operationTimeout' | 'forwardedHeaders'>,
  ended: (outcome: Outcome) => void,
): RequestHandler {
  const varied = ['Accept-Encoding', 'Accept', ...config.forwardedHeaders].join(', ');
  return async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => {
      // Its reason is an error with a stack, which takes longer than finding what is kept.
      if (!response.writableFinished) {
        gone.abort(new OperationEnded('the client was gone'));
      }
    });
    response.vary(varied);
    const forwarded = forwardedHeaders(request, config.forwardedHeaders);
    const context = { id: requestIdOf(response), forwarded };
    const execute = (signal: AbortSignal): Promise<Executed<Reply>> =>
      inRequestContext(context, signal, config.operationTimeout, (own) => ask(server, request, own));
    const key = keyOf(request, forwarded);
    const answered =
      key === null
        ? { outcome: 'executed' as const, answer: null, other: (await execute(gone.signal)).other }
        : await answers.answer(key, gone.signal, execute);
    ended(answered.outcome);
    if (answered.answer) {
      note(answered.operationName);
      await sendAnswer(request, response, answered.answer, (encoding) =>
        answers.kept.encode(key ?? '', answered.answer, encoding),
      );
    } else {
      await sendReply(request, response, answered.other);
    }
  };
}

/** Names all of a request that its answer depends on; null for one whose answer is not kept. */
function keyOf(request: Request, forwarded: object): string | null {
  const { bytes } = request as { bytes?: Buffer };
  if (request.get('apollo-query-plan-experimental') !== undefined || !(request.method === 'GET' || bytes)) {
    return null;
  }
  const asked = [request.method, request.url, ...askingHeaders.map((name) => request.get(name) ?? '')];
  const text = `${asked.join('\n')}\n${JSON.stringify(forwarded)}\n`;
  return hash('sha1', bytes ? Buffer.concat([Buffer.from(text), bytes]) : text, 'base64');
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
      body: request.body as unknown,
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

/** Notes of a request that is answered with another's answer what logs and metrics say of it. */
function note(operationName: string | null): void {
  const record = currentRequest();
  if (record) {
    record.operationName = operationName;
    record.complete = true;
  }
}

/**
 * Sends an answer that may be kept. Browsers and proxies may keep that to a GET, too, and have to ask whether it is still
 * the answer: they are told so without a body.
 */
async function sendAnswer(
  request: Request,
  response: Response,
  { headers, body, etag }: SentAnswer,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  if (request.method === 'GET') {
    const isPersonal = request.get('authorization') !== undefined || request.get('cookie') !== undefined;
    response.setHeader('Cache-Control', isPersonal ? 'private, no-cache' : 'public, no-cache');
    response.setHeader('ETag', etag);
    // It asks for what is done anyway, and fetch() sends it with each tag that its caller gives.
    delete request.headers['cache-control'];
    if (request.fresh) {
      response.removeHeader('Content-Type');
      response.status(304).end();
      return;
    }
  } else {
    response.setHeader('Cache-Control', 'no-store');
  }
  await sendBody(request, response, body, encode);
}

async function sendReply(request: Request, response: Response, { status, headers, body }: Reply): Promise<void> {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, value);
  }
  response.removeHeader('Content-Length');
  await sendBody(request, response, body, (encoding) => compress(body, encoding));
}

async function sendBody(
  request: Request,
  response: Response,
  body: Buffer,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<void> {
  const encoding = body.length < worthCompressing ? false : request.acceptsEncodings(...encodings);
  if (encoding === 'br' || encoding === 'gzip') {
    const encoded = await encode(encoding);
    response.setHeader('Content-Encoding', encoding);
    response.end(encoded);
  } else {
    response.end(body);
  }
}
