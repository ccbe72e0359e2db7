import { createHash } from 'node:crypto';

import {
  Kind,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { OperationRewriting, type VariableOrigin } from './operation-rewriting.js';

type Values = Readonly<Record<string, unknown>>;

/** One operation in a form that documents share which differ in layout, in names of operations and variables, or in literals. */
export interface NormalisedOperation {
  /** The operation without a name and the fragments that it reaches, in the order of their use. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  /** As the text, but the operation has a name that is made of the hash. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Where its variables come from, by their names. */
  readonly origins: ReadonlyMap<string, VariableOrigin>;
  /** The values of its variables, from those that the client gives for its own. */
  readonly variables: (given: Values | undefined) => Values;
}

/**
 * Normalises an operation of a document that is valid for the schema. Literals of fields become variables, those of
 * directives stay, as they shape the plan; so do aliases and the order of fields, which shape the answer.
 */
export function normaliseOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): NormalisedOperation {
  const rewriting = new OperationRewriting(schema, operation);
  const { kind, operation: type, directives = [], selectionSet } = rewriting.rewrite(operation);
  const fragments = reachedFragments(document, operation).map((fragment) => rewriting.rewrite(fragment));
  const { definitions, origins } = rewriting.variables();
  const anonymous = { kind, operation: type, variableDefinitions: definitions, directives, selectionSet };
  const text = print({ kind: Kind.DOCUMENT, definitions: [anonymous, ...fragments] });
  const hash = createHash('sha256').update(text).digest('hex');
  const named = { ...anonymous, name: { kind: Kind.NAME, value: `Q${hash.slice(0, 12)}` } } as const;
  return {
    text,
    hash,
    document: { kind: Kind.DOCUMENT, definitions: [named, ...fragments] },
    operation: named,
    origins,
    variables: (given = {}) => valuesOf(origins, given),
  };
}

/** The fragments that an operation reaches, each once, in the order of their use. */
function reachedFragments(document: DocumentNode, operation: OperationDefinitionNode): FragmentDefinitionNode[] {
  const known = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      known.set(definition.name.value, definition);
    }
  }
  const reached = new Set<FragmentDefinitionNode>();
  const look = (definition: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = known.get(name.value);
        if (fragment && !reached.has(fragment)) {
          reached.add(fragment);
          look(fragment);
        }
      },
    });
  };
  look(operation);
  return [...reached];
}

function valuesOf(origins: NormalisedOperation['origins'], given: Values): Values {
  const values: Record<string, unknown> = {};
  for (const [name, origin] of origins) {
    const value = origin.kind === 'literal' ? origin.value : givenValue(given, origin);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

/** A null that is given is a value. */
function givenValue(given: Values, { name, byDefault }: VariableOrigin & { readonly kind: 'client' }): unknown {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  return value === undefined ? byDefault : value;
}
