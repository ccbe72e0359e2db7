import type { ValidationRule } from 'graphql';

import { codedError } from '../../platform/errors.js';

/**
 * Refuses aliases that begin with "__", which GraphQL reserves: the gateway adds `__typename` to what it asks subgraphs
 * for, and a JavaScript object cannot have a property `__proto__`.
 */
export const noReservedAliases: ValidationRule = (context) => ({
  Field: (node) => {
    const { alias, name } = node;
    if (alias?.value.startsWith('__') && alias.value !== name.value) {
      const message = `The alias "${alias.value}" begins with "__", which is reserved for introspection.`;
      context.reportError(codedError('GRAPHQL_VALIDATION_FAILED', message, { nodes: [node] }));
    }
  },
});
