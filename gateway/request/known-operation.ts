import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Refuses an operation that the document does not have, or that of several is not named; the gateway takes it for a fault. */
export const knownOperation: ApolloServerPlugin = {
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
        throw new GraphQLError(message, {
          extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
        });
      },
    }),
};
