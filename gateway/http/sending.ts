import type { IncomingMessage, ServerResponse } from 'node:http';

import accepts from 'accepts';
import fresh from 'fresh';

import { compress, encodings, type Encoding, type SentAnswer } from '../answers/kept-answers.js';

/** What Apollo Server answered to a request. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A body from so many bytes on is compressed. */
const worthCompressing = 1_024;

/**
 * Sends an answer that may be kept. Browsers and proxies may keep that to a GET, too, and have to ask whether it is still
 * the answer: they are told so without a body. `encode` compresses the body.
 */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { headers, body, etag }: SentAnswer,
  encode: (encoding: Encoding) => Promise<Buffer>,
): Promise<void> {
  setHeaders(response, headers);
  if (request.method === 'POST') {
    response.setHeader('Cache-Control', 'no-store');
    await sendBody(request, response, body, encode);
    return;
  }
  const { authorization, cookie, 'if-none-match': tag } = request.headers;
  const isPersonal = authorization !== undefined || cookie !== undefined;
  response.setHeader('Cache-Control', isPersonal ? 'private, no-cache' : 'public, no-cache');
  response.setHeader('ETag', etag);
  // A header Cache-Control, which fetch() sends with each tag that its caller gives, asks for what is done anyway.
  if (tag !== undefined && fresh({ 'if-none-match': tag }, { etag })) {
    response.removeHeader('Content-Type');
    response.statusCode = 304;
    response.end();
  } else {
    await sendBody(request, response, body, encode);
  }
}

/** Sends an answer that is not kept. */
export async function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Reply,
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

/** How a body is compressed for a request, if it is worth it. */
function encodingFor(request: IncomingMessage, body: Buffer): Encoding | null {
  if (body.length < worthCompressing || request.headers['accept-encoding'] === undefined) {
    return null;
  }
  const best = accepts(request).encodings([...encodings]);
  return best === 'br' || best === 'gzip' ? best : null;
}
