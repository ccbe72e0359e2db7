import type { ApolloServerPlugin } from '@apollo/server';

import type { Database } from './database.js';
import { sendJson, type Middleware } from './middleware.js';
import { Reading } from './reading.js';

/** Puts the data version that an answer's rows are of into its `extensions.dataVersion`; null as `Reading` says. */
export function sayDataVersion(database: Database): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      let reading: Reading | undefined;
      return Promise.resolve({
        executionDidStart: async () => {
          reading = await Reading.begin(database);
        },
        willSendResponse: async ({ response: { body } }) => {
          if (reading && body.kind === 'single') {
            const dataVersion = await reading.dataVersion();
            body.singleResult.extensions = { ...body.singleResult.extensions, dataVersion };
          }
        },
      });
    },
  };
}

/** Answers /version with the data version of now; with 503 and null where the database does not answer. */
export function answerDataVersion(database: Database): Middleware {
  return (request, response, next) => {
    if (request.url !== '/version') {
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
