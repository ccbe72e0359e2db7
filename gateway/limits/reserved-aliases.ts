import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses aliases that begin with "__", as GraphQL has it for all names of a graph: the gateway asks subgraphs for
 * `__typename` beside what the client asked for, and an object of JavaScript has no room for `__proto__`.
 */
export const noReservedAliases: ValidationRule = (context) => ({
  Field: (node) => {
    const { alias, name } = node;
    if (alias?.value.startsWith('__') && alias.value !== name.value) {
      const message = `The alias "${alias.value}" begins with "__", which is reserved for introspection.`;
      context.reportError(new GraphQLError(message, { nodes: [node] }));
    }
  },
});
