import type { ApolloServerPlugin } from '@apollo/server';
import type { Express } from 'express';

import type { Database } from './database.js';
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

/** Answers GET /version with the data version of now; with 503 and null where the database does not answer. */
export function serveDataVersion(app: Express, database: Database): void {
  app.get('/version', async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      response.json({ version: await database.version() });
    } catch {
      response.status(503).json({ version: null });
    }
  });
}
