import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { NormalisedOperation } from './normalised-operation.js';

/** What an operation asks about the schema. */
export interface SchemaQuestion {
  /** Whether it asks nothing else, so that it needs no plan. */
  readonly isAll: boolean;
  /** A document that asks for that alone; null where it asks nothing. */
  readonly document: DocumentNode | null;
}

/** The part of an operation that is about the schema. */
export function schemaQuestion({ operation, fragments }: NormalisedOperation): SchemaQuestion {
  const known = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const keys = rootNames(operation.selectionSet, known);
  if (!keys.some(isOfSchema)) {
    return { isAll: keys.every((name) => name === '__typename'), document: null };
  }
  const selectionSet = { ...operation.selectionSet, selections: onlyOfSchema(operation.selectionSet, known) };
  return {
    isAll: keys.every((name) => name.startsWith('__')),
    document: { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments] },
  };
}

/** What graphql-js answers. */
export async function answerOfSchema(
  document: DocumentNode,
  schema: GraphQLSchema,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<ExecutionResult> {
  return execute({ schema, document, variableValues });
}

const isOfSchema = (name: string): boolean => name === '__schema' || name === '__type';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function rootNames({ selections }: SelectionSetNode, fragments: Fragments): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      return [selection.name.value];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return fragment ? rootNames(fragment.selectionSet, fragments) : [];
  });
}

/** Root fields about the schema, with fragments of root fields in their places. */
function onlyOfSchema({ selections }: SelectionSetNode, fragments: Fragments): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      return isOfSchema(selection.name.value) ? [selection] : [];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const inside = fragment ? onlyOfSchema(fragment.selectionSet, fragments) : [];
    const { directives = [] } = selection;
    return inside.length === 0
      ? []
      : [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: inside } }];
  });
}
