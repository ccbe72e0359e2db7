import type { ApolloServerPlugin } from '@apollo/server';

import { requestError } from '../../platform/errors.js';

/** Refuses a request whose operation is not in the document, or that does not name one of several: the gateway would fail. */
export const requiredOperation: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, request }) => {
        if (operation) {
          return Promise.resolve();
        }
        const message =
          request.operationName === undefined
            ? 'The document has several operations or none: name the one to run as operationName.'
            : `The document has no operation named ${JSON.stringify(request.operationName)}.`;
        throw requestError('OPERATION_RESOLUTION_FAILURE', message);
      },
    }),
};
