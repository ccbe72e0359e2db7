import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError,
  Kind,
  parse,
  type DirectiveNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { requestError, type ErrorCode } from '../../platform/errors.js';
import { isSelected } from '../request/selected.js';
import type { NormalisedOperation } from './normalised-operation.js';

type Operation = Pick<NormalisedOperation, 'operation' | 'fragments'>;

/** A field of a root type, with the directives of its own and of the fragments that it is in. */
interface RootField {
  readonly key: string;
  readonly name: string;
  readonly directives: readonly DirectiveNode[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

type PlanNode = NonNullable<QueryPlan['node']>;

/** The root fields of an operation that its plan fetches from no subgraph. */
export type UnplannedFields = readonly RootField[];

/**
 * The root fields that the planner left out because no subgraph can resolve them: they would be null without an error.
 * Whether the client asks for one depends on its directives.
 */
export function unplannedFields({ node }: QueryPlan, { operation, fragments }: Operation): UnplannedFields {
  const planned = new Set(node ? fetchedKeys(node) : []);
  return rootFields(operation.selectionSet, fragmentsByName(fragments), []).filter(
    ({ key, name }) => !name.startsWith('__') && !planned.has(key),
  );
}

/** Throws where one of these fields is selected with these values of variables. */
export function checkRootFields(unplanned: UnplannedFields, values: Readonly<Record<string, unknown>>): void {
  const field = unplanned.find(({ directives }) => isSelected(directives, values));
  if (field) {
    throw requestError(
      'FIELD_UNRESOLVABLE' satisfies ErrorCode,
      `No subgraph resolves "${field.name}" with the fields that are selected in it.`,
    );
  }
}

/** The answer to an operation that `checkRootFields` refused; throws any other error again. */
export function unplannedFieldAnswer(
  error: unknown,
): ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  if (!(error instanceof GraphQLError && error.extensions['code'] === ('FIELD_UNRESOLVABLE' satisfies ErrorCode))) {
    throw error;
  }
  return { data: null, errors: [error] };
}

const fragmentsByName = (fragments: readonly FragmentDefinitionNode[]): Fragments =>
  new Map(fragments.map((fragment) => [fragment.name.value, fragment]));

/** The keys of the answer that are fetched without an entity. */
function fetchedKeys(node: PlanNode): readonly string[] {
  switch (node.kind) {
    case 'Fetch': {
      const { definitions } = parse(node.operation, { noLocation: true });
      const fragments = fragmentsByName(definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION));
      return definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION
          ? rootFields(each.selectionSet, fragments, []).map(({ key }) => key)
          : [],
      );
    }
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchedKeys);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchedKeys(clause) : []));
    default:
      return [];
  }
}

function rootFields(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  around: readonly DirectiveNode[],
): readonly RootField[] {
  return selections.flatMap((selection) => {
    const directives = [...around, ...(selection.directives ?? [])];
    if (selection.kind === Kind.FIELD) {
      const { name, alias } = selection;
      return [{ key: alias?.value ?? name.value, name: name.value, directives }];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(fragment.selectionSet, fragments, directives) : [];
  });
}
