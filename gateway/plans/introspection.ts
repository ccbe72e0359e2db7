import { execute, Kind, type ExecutionResult, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

import type { Executor, ExecutorContext } from '../request/executor.js';

/** An executor that answers operations which ask about the schema alone by itself, as graphql-js does: they need no plan. */
export function withIntrospection(executor: Executor): Executor {
  return async (context) => {
    if (!asksSchemaAlone(context)) {
      return executor(context);
    }
    const { schema, document, request } = context;
    const result = await execute({ schema, document, variableValues: request.variables ?? {} });
    return result as ExecutionResult<Record<string, unknown>, Record<string, unknown>>;
  };
}

function asksSchemaAlone({ document, operation }: ExecutorContext): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const isOfSchema = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value.startsWith('__');
        case Kind.INLINE_FRAGMENT:
          return isOfSchema(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          return fragment !== undefined && isOfSchema(fragment.selectionSet);
        }
      }
    });
  return isOfSchema(operation.selectionSet);
}
