import { Kind, type OperationDefinitionNode } from 'graphql';

/** The defaults of the Boolean variables of an operation; without one, undefined. */
export function defaultConditions({ variableDefinitions = [] }: OperationDefinitionNode): ReadonlyMap<string, unknown> {
  return new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.BOOLEAN ? defaultValue.value : undefined,
    ]),
  );
}
