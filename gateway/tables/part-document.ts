import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** The document with one of its root fields, by response key, and the fragments and variables that this needs. */
export function withRootField(document: DocumentNode, key: string): DocumentNode {
  const operation = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const selections = operation.selectionSet.selections.filter(
    (each) => each.kind === Kind.FIELD && (each.alias ?? each.name).value === key,
  );
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const root = { ...operation, variableDefinitions: [], selectionSet: { ...operation.selectionSet, selections } };
  const used = new Set<FragmentDefinitionNode>();
  const variables = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      Variable: ({ name }) => {
        variables.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment && !used.has(fragment)) {
          used.add(fragment);
          look(fragment);
        }
      },
    });
  };
  look(root);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...root, variableDefinitions }, ...used] };
}

/** The variables that a document of one operation declares. */
export function declaredVariables({ definitions }: DocumentNode): ReadonlySet<string> {
  return new Set(
    definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION
        ? (each.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    ),
  );
}
