import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

/** A document and its one operation. */
export interface OperationDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** The document with one of its root fields, by response key, and the fragments and variables that this needs. */
export function withRootField({ document, operation }: OperationDocument, key: string): OperationDocument {
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
  const own: OperationDefinitionNode = { ...root, variableDefinitions };
  return { operation: own, document: { kind: Kind.DOCUMENT, definitions: [own, ...used] } };
}
