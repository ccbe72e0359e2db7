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

/** Middlewares one after the other. What an error ends goes to `failed` and no further. */
export function inTurn(middlewares: readonly Middleware[], failed: ErrorMiddleware): Middleware {
  return (request, response, next) => {
    const from = (place: number): void => {
      const middleware = middlewares[place];
      if (!middleware) {
        next();
        return;
      }
      middleware(request, response, (error) => {
        if (error === undefined) {
          from(place + 1);
        } else {
          failed(error, request, response, () => {
            response.destroy();
          });
        }
      });
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
