import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request, or does its part for it and has `next` go on: with an error where it cannot be answered. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Answers a request that failed, or leaves it to `next` where an answer has begun. */
export type ErrorMiddleware = (
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** Middlewares one after the other. A request that one of them ends by an error goes to `failed` and no further. */
export function inTurn(middlewares: readonly Middleware[], failed: ErrorMiddleware): Middleware {
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

/** Answers with a value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
