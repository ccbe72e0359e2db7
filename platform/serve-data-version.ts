import type { ApolloServerPlugin } from '@apollo/server';

import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { Database } from './database.js';
import { sendJson, type Middleware } from './middleware.js';
import type { RequestScope } from './request-scope.js';
import { withoutRoles } from './visibility/audience.js';
import { callerOf } from './visibility/verify-calls.js';
import { VersionedRead } from './versioned-read.js';

/** Adds the data version of an answer's rows as `extensions.dataVersion`, as a request is shown it; null as in `VersionedRead`. */
export function dataVersionExtension(
  shown: (database: Database, version: string) => string,
): ApolloServerPlugin<RequestScope> {
  return {
    requestDidStart: ({ contextValue: { database } }) => {
      let read: VersionedRead | undefined;
      return Promise.resolve({
        executionDidStart: async () => {
          read = await VersionedRead.begin(database);
        },
        willSendResponse: async ({ response: { body } }) => {
          if (read && body.kind === 'single') {
            try {
              const version = await read.dataVersion();
              const dataVersion = version === null ? null : shown(database, version);
              body.singleResult.extensions = { ...body.singleResult.extensions, dataVersion };
            } catch (error) {
              body.singleResult = unshown(error);
            }
          }
        },
      });
    },
  };
}

/** An answer that has nothing of the rows that were read, since they may not be shown. */
export const unshown = (
  error: unknown,
): { data: null; errors: GraphQLFormattedError[]; extensions: Record<string, unknown> } => {
  if (!(error instanceof GraphQLError)) {
    throw error;
  }
  return { data: null, errors: [error.toJSON()], extensions: { dataVersion: null } };
};

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
