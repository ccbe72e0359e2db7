import type { ApolloServerPlugin } from '@apollo/server';

import type { Database } from './database.js';
import { sendJson, type Middleware } from './middleware.js';
import { VersionedRead } from './versioned-read.js';

/** Adds the data version of an answer's rows as `extensions.dataVersion`; null as in `VersionedRead`. */
export function dataVersionExtension(database: Database): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      let read: VersionedRead | undefined;
      return Promise.resolve({
        executionDidStart: async () => {
          read = await VersionedRead.begin(database);
        },
        willSendResponse: async ({ response: { body } }) => {
          if (read && body.kind === 'single') {
            const dataVersion = await read.dataVersion();
            body.singleResult.extensions = { ...body.singleResult.extensions, dataVersion };
          }
        },
      });
    },
  };
}

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
