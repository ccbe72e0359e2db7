import { Kind, parse, print, type SelectionNode } from 'graphql';

/** A node of a query plan as the gateway sends it; properties that are not shown are left out. */
export type PlanNode =
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'Flatten'; readonly path: readonly (string | number)[]; readonly node: PlanNode }
  | {
      readonly kind: 'Condition';
      readonly condition: string;
      readonly ifClause?: PlanNode;
      readonly elseClause?: PlanNode;
    }
  | { readonly kind: 'Fetch'; readonly serviceName: string; readonly operation: string };

/** One request to a subgraph. */
export interface Fetch {
  readonly kind: 'fetch';
  readonly subgraph: string;
  /** The requested fields by type: of Query, or of the entities. */
  readonly selections: readonly { readonly of: string; readonly fields: readonly string[] }[];
  /** The path of the entities in the answer; empty for a request without entities. */
  readonly path: string;
  readonly operation: string;
}

/** A query plan. */
export type Plan =
  | Fetch
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Plan[] }
  | { readonly kind: 'when'; readonly condition: string; readonly step: Plan };

/** Converts a plan; without a node it has no steps. */
export function readPlan(node: PlanNode | undefined, path = ''): Plan {
  switch (node?.kind) {
    case undefined:
      return { kind: 'sequence', steps: [] };
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((each) => readPlan(each, path)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((each) => readPlan(each, path)) };
    case 'Flatten':
      return readPlan(node.node, node.path.join('.'));
    case 'Condition':
      return branches(node.condition, node.ifClause, node.elseClause, path);
    case 'Fetch':
      return {
        kind: 'fetch',
        subgraph: node.serviceName,
        path,
        selections: selectedFields(node.operation),
        operation: print(parse(node.operation)),
      };
  }
}

/** All requests of a plan in its order. */
export function fetches(plan: Plan): readonly Fetch[] {
  switch (plan.kind) {
    case 'fetch':
      return [plan];
    case 'when':
      return fetches(plan.step);
    default:
      return plan.steps.flatMap(fetches);
  }
}

/** The number of sequential rounds of requests. */
export function rounds(plan: Plan): number {
  switch (plan.kind) {
    case 'fetch':
      return 1;
    case 'when':
      return rounds(plan.step);
    case 'sequence':
      return plan.steps.reduce((sum, step) => sum + rounds(step), 0);
    case 'parallel':
      return Math.max(0, ...plan.steps.map(rounds));
  }
}

function branches(condition: string, yes: PlanNode | undefined, no: PlanNode | undefined, path: string): Plan {
  const steps: Plan[] = [];
  if (yes) {
    steps.push({ kind: 'when', condition: `$${condition}`, step: readPlan(yes, path) });
  }
  if (no) {
    steps.push({ kind: 'when', condition: `not $${condition}`, step: readPlan(no, path) });
  }
  return { kind: 'sequence', steps };
}

function selectedFields(operation: string): Fetch['selections'] {
  const definition = parse(operation).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const selections = definition?.selectionSet.selections ?? [];
  const [first] = selections;
  if (first?.kind !== Kind.FIELD || first.name.value !== '_entities') {
    return [{ of: 'Query', fields: names(selections) }];
  }
  return (first.selectionSet?.selections ?? [])
    .filter((each) => each.kind === Kind.INLINE_FRAGMENT)
    .map((each) => ({ of: each.typeCondition?.name.value ?? '', fields: names(each.selectionSet.selections) }));
}

function names(selections: readonly SelectionNode[]): string[] {
  return selections.flatMap((each) => {
    switch (each.kind) {
      case Kind.FIELD:
        return each.name.value === '__typename' ? [] : [each.name.value];
      case Kind.INLINE_FRAGMENT:
        return names(each.selectionSet.selections);
      case Kind.FRAGMENT_SPREAD:
        return [`...${each.name.value}`];
    }
  });
}
