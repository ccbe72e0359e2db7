import type { IncomingMessage, ServerResponse } from 'node:http';

import accepts from 'accepts';
import fresh from 'fresh';

import { compress, encodings, type CachedAnswer, type Encoding } from '../answers/cached-answer.js';
import type { Versions } from '../request/data-versions.js';

/** What Apollo Server responds to a request. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The data versions of the subgraphs that it comes from. */
  readonly versions: Versions;
}

/** Bodies are compressed from this number of bytes on. */
const compressionThreshold = 1_024;

/**
 * Sends a complete answer. Browsers and proxies may cache it when it answers a GET, but must revalidate it: if it is
 * unchanged, the response is 304 without a body. `encode` compresses the body.
 */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<void> {
  setHeaders(response, answer.headers);
  if (request.method === 'POST') {
    response.setHeader('Cache-Control', 'no-store');
    await sendBody(request, response, answer.body, encode);
    return;
  }
  const { authorization, cookie, 'if-none-match': tag } = request.headers;
  const isPersonal = authorization !== undefined || cookie !== undefined;
  const { etag } = answer;
  response.setHeader('Cache-Control', isPersonal ? 'private, no-cache' : 'public, no-cache');
  response.setHeader('ETag', etag);
  // Without the request's Cache-Control: fetch() adds one that asks for revalidation, which this is.
  if (tag !== undefined && fresh({ 'if-none-match': tag }, { etag })) {
    response.removeHeader('Content-Type');
    response.statusCode = 304;
    response.end();
  } else {
    await sendBody(request, response, answer.body, encode);
  }
}

/** Sends a response that may not be cached. */
export async function sendUncached(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: HttpResponse,
): Promise<void> {
  response.statusCode = status;
  setHeaders(response, headers);
  response.removeHeader('Content-Length');
  await sendBody(request, response, body, (encoding) => compress(body, encoding));
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const name in headers) {
    response.setHeader(name, headers[name] ?? '');
  }
}

async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<void> {
  const encoding = encodingFor(request, body);
  if (encoding === null) {
    response.end(body);
    return;
  }
  const encoded = await encode(encoding);
  response.setHeader('Content-Encoding', encoding);
  response.end(encoded);
}

/** The encoding for a body; null where it is sent plain. */
function encodingFor(request: IncomingMessage, body: Buffer): Encoding | null {
  if (body.length < compressionThreshold || request.headers['accept-encoding'] === undefined) {
    return null;
  }
  const best = accepts(request).encodings([...encodings]);
  return best === 'br' || best === 'gzip' ? best : null;
}
