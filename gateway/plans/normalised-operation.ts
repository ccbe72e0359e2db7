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

/** An operation in a normal form: documents that differ in layout, names of operations and variables, or literals share it. */
export interface NormalisedOperation {
  /** The operation, without a name, and the fragments that it uses, in the order of use. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly hash: string;
  /** The same as the text, but the operation has a name made from the hash. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Where its variables come from, by their names. */
  readonly origins: ReadonlyMap<string, VariableOrigin>;
  /** The values of its variables, from the values of the client's variables. */
  readonly variables: (given: Values | undefined) => Values;
}

/**
 * Normalises an operation of a document that is valid for the schema. Literals in arguments of fields become variables.
 * Those of directives stay, as the plan depends on them; so do aliases and the order of fields, for the answer.
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

/** The fragments that an operation uses, directly or not, each once, in the order of use. */
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

/** An explicit null is a value. */
function givenValue(given: Values, { name, defaultValue }: VariableOrigin & { readonly kind: 'client' }): unknown {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  return value === undefined ? defaultValue : value;
}
