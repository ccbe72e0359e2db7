import { IncomingMessage, ServerResponse, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { errorBody } from './errors.js';
import { sendJson } from './middleware.js';
import { identifyRequests } from './request-id.js';
import { setSecurityHeaders } from './security-headers.js';

/** Milliseconds in which a client that is refused may read why, before its connection is closed. */
const readingTime = 1_000;

/** Answers in JSON what Node.js would answer without a body, or not at all: requests that are not HTTP, too large or too slow. */
export function answerClientErrors(httpServer: Server): void {
  const responses = new WeakMap<Socket, ServerResponse>();
  httpServer.prependListener('request', (request, response) => {
    responses.set(request.socket, response);
  });
  httpServer.on('clientError', (error: ClientError, stream) => {
    const socket = stream as Socket;
    const response = responses.get(socket);
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
    } else if (response === undefined || response.closed) {
      refuseAlone(socket, ...problemOf(error));
    } else if (response.req.complete) {
      // The request before it is still being answered.
      response.once('close', () => socket.destroy());
    } else if (response.headersSent || error.code === 'HPE_INVALID_EOF_STATE') {
      // The client left within its body, or an answer has begun that cannot be taken back.
      socket.destroy();
    } else {
      refuse(response, socket, ...problemOf(error));
    }
  });
  httpServer.on('connect', (_request, stream) => {
    refuseAlone(stream as Socket, 405, 'This server is no proxy: it does not answer the method CONNECT.');
  });
  httpServer.on('checkExpectation', (request, response) => {
    refuse(response, request.socket, 417, 'The header Expect has a value other than 100-continue. Leave it out.');
  });
}

/** Answers a request with an error of the client's, and closes its connection. */
export function refuseRequest(response: ServerResponse, status: number, message: string): void {
  identifyRequests(response.req, response, () => {
    setSecurityHeaders(response);
    response.setHeader('Connection', 'close');
    sendJson(response, status, errorBody('BAD_REQUEST', message));
  });
}

type ClientError = Error & { readonly code?: string; readonly reason?: string };

function problemOf({ code, reason, message }: ClientError): readonly [status: number, message: string] {
  switch (code) {
    case 'HPE_INVALID_URL':
      return [
        400,
        'The address has a character that must be percent-encoded, such as %E6%81%A9 for 恩. With curl: -G --data-urlencode "text=恩施".',
      ];
    case 'HPE_INVALID_METHOD':
      return [400, 'The request does not begin with a method of HTTP. Send GET or POST.'];
    case 'HPE_HEADER_OVERFLOW':
      return [
        431,
        'The address and the headers are larger than 16 KB together. Send a long query as the body of a POST.',
      ];
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, 'The extensions of a chunk of the body are larger than 16 KB. Leave them out.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request did not arrive completely within 30 seconds. Send it again.'];
    default:
      return [400, `The request is not HTTP/1.1: ${reason ?? message}.`];
  }
}

function refuse(response: ServerResponse, socket: Socket, status: number, message: string): void {
  refuseRequest(response, status, message);
  closeSoon(socket);
}

/** Answers where no request was read that a response could belong to. */
function refuseAlone(socket: Socket, status: number, message: string): void {
  socket.on('error', () => socket.destroy());
  const response = new ServerResponse(new IncomingMessage(socket));
  response.assignSocket(socket);
  refuseRequest(response, status, message);
  closeSoon(socket);
}

/** Ends the connection, and reads on for a moment: closing it with data unread would take the answer from the client. */
function closeSoon(socket: Socket): void {
  socket.end();
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), readingTime);
  timer.unref();
  socket.once('close', () => {
    clearTimeout(timer);
  });
}
