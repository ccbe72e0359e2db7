import type { Database } from './database.js';
import { sendJson, type Middleware } from './middleware.js';
import { withoutRoles } from './visibility/audience.js';
import { callerOf } from './visibility/verify-calls.js';

/** Serves the current data version at /version to those whom `verified` passes; 503 and null where the database does not answer. */
export function serveDataVersion(database: Database, verified: Middleware): Middleware {
  const serve: Middleware = (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    database.version().then(
      (version) => {
        sendJson(response, 200, { version: callerOf(request) === null ? withoutRoles(version) : version });
      },
      () => {
        sendJson(response, 503, { version: null });
      },
    );
  };
  return (request, response, next) => {
    if (request.url?.split('?', 1)[0] !== '/version') {
      next();
      return;
    }
    verified(request, response, (error) => {
      if (error === undefined) {
        serve(request, response, next);
      } else {
        next(error);
      }
    });
  };
}
