import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request or calls `next`, with an error where the request has failed. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Answers a failed request, or calls `next` where an answer has already begun. */
export type ErrorMiddleware = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Runs middlewares in sequence. If one fails, `failed` answers and the rest are skipped. */
export function chain(middlewares: readonly Middleware[], failed: ErrorMiddleware): Middleware {
  return (request, response, next) => {
    const fail = (error: unknown): void => {
      failed(error, request, response, () => {
        response.destroy();
      });
    };
    const from = (place: number): void => {
      try {
        const middleware = middlewares[place];
        if (!middleware) {
          next();
          return;
        }
        middleware(request, response, (error) => {
          if (error === undefined) {
            from(place + 1);
          } else {
            fail(error);
          }
        });
      } catch (error) {
        fail(error);
      }
    };
    from(0);
  };
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
