import { createHash } from 'node:crypto';

import {
  Kind,
  print,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { withKnownTypes } from './known-types.js';
import { OperationRewriting, type VariableOrigin } from './operation-rewriting.js';
import { ResponseNames } from './response-names.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * An operation in a normal form: documents that differ in layout, names of operations and variables, aliases, or literals
 * share its text, and so their query plan.
 */
export interface NormalisedOperation {
  /** The operation, without a name, and the fragments that it uses, in the order of use. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal digits. */
  readonly planHash: string;
  /** SHA-256 of the text and the client's names in the answer, in hexadecimal digits. */
  readonly hash: string;
  /** The same as the text, but the operation has a name made from its hash. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  /** Where its variables come from, by their names. */
  readonly origins: ReadonlyMap<string, VariableOrigin>;
  /** What the client calls the fields of the answer that have internal aliases. */
  readonly responseNames: ResponseNames;
  /** The values of its variables, from the values of the client's variables. */
  readonly variables: (given: Values | undefined) => Values;
}

/**
 * Normalises an operation of a document that is valid for the schema. Literals in arguments of fields become variables.
 * Those of directives stay, as the plan depends on them; so does the order of fields, for the answer. Aliases become internal
 * ones.
 */
export function normaliseOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): NormalisedOperation {
  const known = withKnownTypes(schema, document, operation);
  const rewriting = new OperationRewriting(schema, operation);
  const { kind, operation: type, directives = [], selectionSet } = rewriting.rewrite(known.operation);
  const fragments = known.fragments.map((fragment) => rewriting.rewrite(fragment));
  const { definitions, origins } = rewriting.variables();
  const anonymous = { kind, operation: type, variableDefinitions: definitions, directives, selectionSet };
  const text = print({ kind: Kind.DOCUMENT, definitions: [anonymous, ...fragments] });
  const planHash = digest(text);
  const named = { ...anonymous, name: { kind: Kind.NAME, value: `Q${planHash.slice(0, 12)}` } } as const;
  const { responseNames } = rewriting;
  return {
    text,
    planHash,
    hash: responseNames.size === 0 ? planHash : digest([text, ...responseNames.values()].join('\n')),
    document: { kind: Kind.DOCUMENT, definitions: [named, ...fragments] },
    operation: named,
    fragments,
    origins,
    responseNames: new ResponseNames(responseNames),
    variables: (given = {}) => valuesOf(origins, given),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
