import {
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { requestError } from '../../platform/errors.js';
import { argumentPath } from './infinite-literal.js';
import { isSelected } from './selected.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * An error for each variable whose value is null, but which stands at a place of a non-null type. A valid document can
 * have one where the variable or the place has a default, which an explicit null overrides.
 */
export function nullsAtNonNullPlaces(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: Values,
): GraphQLError[] {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const errors = new Map<string, GraphQLError>();
  const seen = new Set<ASTNode>();
  const look = (definition: OperationDefinitionNode | FragmentDefinitionNode | undefined): void => {
    if (!definition || seen.has(definition)) {
      return;
    }
    seen.add(definition);
    const typeInfo = new TypeInfo(schema);
    const skipUnselected = ({ directives }: { readonly directives?: readonly DirectiveNode[] }): false | undefined =>
      isSelected(directives, values) ? undefined : false;
    const spread: string[] = [];
    visit(
      definition,
      visitWithTypeInfo(typeInfo, {
        VariableDefinition: () => false,
        Field: { enter: skipUnselected },
        InlineFragment: { enter: skipUnselected },
        FragmentSpread: {
          enter: (node) => {
            const isSkipped = skipUnselected(node);
            if (isSkipped === undefined) {
              spread.push(node.name.value);
            }
            return isSkipped;
          },
        },
        Variable: ({ name: { value: name } }, _key, _parent, path) => {
          const type = typeInfo.getInputType();
          if (values[name] === null && isNonNullType(type) && !errors.has(name)) {
            errors.set(name, nullError(operation, name, argumentPath(definition, path), String(type)));
          }
        },
      }),
    );
    for (const name of spread) {
      look(fragments.get(name));
    }
  };
  look(operation);
  return [...errors.values()];
}

function nullError(operation: OperationDefinitionNode, name: string, argument: string, type: string): GraphQLError {
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return requestError(
    'BAD_USER_INPUT',
    `Variable "$${name}": expected a value of the type ${type} for the argument "${argument}", found null. Leave the variable out to get the default.`,
    { nodes: definition ?? null, extensions: { argument } },
  );
}
