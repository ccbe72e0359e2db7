import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError,
  Kind,
  parse,
  type DirectiveNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { requestError, type ErrorCode } from '../../platform/errors.js';
import { isSelected } from '../request/selected.js';

interface Operation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field of a root type, with the directives of its own and of the fragments that it is in. */
interface RootField {
  readonly key: string;
  readonly name: string;
  readonly directives: readonly DirectiveNode[];
}

type PlanNode = NonNullable<QueryPlan['node']>;

const unplannedFields = new WeakMap<QueryPlan, readonly RootField[]>();

/**
 * Throws where an operation selects root fields that its plan fetches from no subgraph: the planner leaves out what none
 * can resolve, and the field would be null without an error.
 */
export function checkRootFields(plan: QueryPlan, operation: Operation, values: object = {}): void {
  let unplanned = unplannedFields.get(plan);
  if (!unplanned) {
    unplanned = findUnplanned(plan, operation);
    unplannedFields.set(plan, unplanned);
  }
  const field = unplanned.find(({ directives }) => isSelected(directives, values as Readonly<Record<string, unknown>>));
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

function findUnplanned({ node }: QueryPlan, operation: Operation): readonly RootField[] {
  const planned = new Set(node ? fetchedKeys(node) : []);
  return rootFields(operation.operation.selectionSet, operation.fragments, []).filter(
    ({ key, name }) => !name.startsWith('__') && !planned.has(key),
  );
}

/** The keys of the answer that are fetched without an entity. */
function fetchedKeys(node: PlanNode): readonly string[] {
  switch (node.kind) {
    case 'Fetch': {
      const [definition] = parse(node.operation, { noLocation: true }).definitions;
      return definition?.kind === Kind.OPERATION_DEFINITION
        ? rootFields(definition.selectionSet, {}, []).map(({ key }) => key)
        : [];
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
  fragments: Operation['fragments'],
  around: readonly DirectiveNode[],
): readonly RootField[] {
  return selections.flatMap((selection) => {
    const directives = [...around, ...(selection.directives ?? [])];
    if (selection.kind === Kind.FIELD) {
      const { name, alias } = selection;
      return [{ key: alias?.value ?? name.value, name: name.value, directives }];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    return fragment ? rootFields(fragment.selectionSet, fragments, directives) : [];
  });
}
