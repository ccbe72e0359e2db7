import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

import { shapeCheck, type ShapeCheck } from '../fetch/shape.js';
import type { Place } from './places.js';
import type { PossibleTypes } from './possible-types.js';
import { compileReader, type Reader } from './representations.js';
import { compileRewrites, type Rewrite } from './rewrites.js';

/** A step of a plan, with all that depends on the plan alone. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      /** Its value where it is given none. */
      readonly otherwise: unknown;
      readonly ifTrue: Step | null;
      readonly ifFalse: Step | null;
    }
  | CompiledFetch;

/** A fetch from a subgraph. */
export interface CompiledFetch {
  readonly kind: 'fetch';
  readonly subgraph: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: readonly string[];
  /** The objects that its answer is merged into. */
  readonly place: Place;
  /** Reads what entities are asked for by; null where the fetch has root fields. */
  readonly reader: Reader | null;
  readonly changeInput: Rewrite | null;
  readonly changeOutput: Rewrite | null;
  /** Whether data are of the shape that the query selects. */
  readonly fits: ShapeCheck;
}

type PlanNode = NonNullable<QueryPlan['node']>;

/** What plans are compiled for. */
export interface PlanTypes {
  readonly api: GraphQLSchema;
  readonly possible: PossibleTypes;
  /** The values of conditions that are given none. */
  readonly defaults: ReadonlyMap<string, unknown>;
}

/** Compiles a plan; null for one without a fetch. Throws, naming it, for what the gateway cannot execute. */
export function compilePlan({ node }: QueryPlan, types: PlanTypes): Step | null {
  return node ? compileNode(node, [], types) : null;
}

function compileNode(node: PlanNode, place: Place, types: PlanTypes): Step {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return {
        kind: node.kind === 'Sequence' ? 'sequence' : 'parallel',
        steps: node.nodes.map((each) => compileNode(each, place, types)),
      };
    case 'Flatten':
      return compileNode(node.node, [...place, ...node.path.map(stepOf)], types);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        otherwise: types.defaults.get(node.condition),
        ifTrue: node.ifClause ? compileNode(node.ifClause, place, types) : null,
        ifFalse: node.elseClause ? compileNode(node.elseClause, place, types) : null,
      };
    case 'Fetch':
      return compileFetch(node, place, types);
    default:
      throw unknown(`a node of the kind ${node.kind}`);
  }
}

function compileFetch(node: FetchNode, place: Place, { api, possible }: PlanTypes): CompiledFetch {
  if (node.contextRewrites && node.contextRewrites.length > 0) {
    throw unknown('rewrites of a context');
  }
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    query: node.operation,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
    place,
    reader: node.requires ? compileReader(node.requires, possible) : null,
    changeInput: compileRewrites(node.inputRewrites, possible),
    changeOutput: compileRewrites(node.outputRewrites, possible),
    fits: shapeCheck(node.operation, api),
  };
}

/** The element of a path. A condition on types stands after `|`. */
function stepOf(element: string | number): string {
  if (typeof element !== 'string' || element.includes('|')) {
    throw unknown(`a path with the element ${element}`);
  }
  return element;
}

const unknown = (what: string): Error => new Error(`The plan has ${what}, which the gateway does not know.`);
