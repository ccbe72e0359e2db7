import type { Database } from './database.js';
import { sendJson, type Middleware } from './middleware.js';

/** Serves the current data version at /version; 503 and null where the database does not answer. */
export function serveDataVersion(database: Database): Middleware {
  return (request, response, next) => {
    if (request.url?.split('?', 1)[0] !== '/version') {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    database.version().then(
      (version) => {
        sendJson(response, 200, { version });
      },
      () => {
        sendJson(response, 503, { version: null });
      },
    );
  };
}
