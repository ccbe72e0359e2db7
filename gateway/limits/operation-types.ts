import type { ValidationRule } from 'graphql';

import { codedError } from '../../platform/errors.js';

/** Refuses operations of a type that the schema has no root for, such as mutations, which graphql-js takes for valid. */
export const knownOperationTypes: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    const { operation } = node;
    if (!context.getSchema().getRootType(operation)) {
      const message = `The graph has no ${operation}s. Ask for data with a query.`;
      context.reportError(codedError('GRAPHQL_VALIDATION_FAILED', message, { nodes: [node] }));
    }
  },
});
