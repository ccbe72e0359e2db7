import {
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  validate,
  valueFromASTUntyped,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { readDocuments, type NamedDocument } from '../../platform/documents.js';

/** A variable of a named document. */
export interface DocumentVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Whether it has to be given. */
  readonly isRequired: boolean;
  /** What stands for it when it is not given; undefined for none. */
  readonly byDefault: unknown;
}

/** A document of `documents/` that answers at /q/<name>. */
export interface CatalogueEntry {
  readonly name: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it answers, in a sentence. */
  readonly description: string;
  readonly variables: readonly DocumentVariable[];
  /** Values that it can be asked with. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** The named documents by name, as they are on a schema. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

let read: readonly NamedDocument[] | undefined;

/** Reads `documents/`, once, and says what each means on a schema. What a schema cannot answer is left out. */
export function readCatalogue(schema: GraphQLSchema): Catalogue {
  read ??= ['.', 'pages', 'questions'].flatMap(readDocuments);
  return new Map(
    read.flatMap((named) => {
      const document = parse(named.query);
      return validate(schema, document).length > 0 ? [] : [[named.name, entryOf(schema, named, document)]];
    }),
  );
}

function entryOf(
  schema: GraphQLSchema,
  { name, query, question, variables }: NamedDocument,
  document: DocumentNode,
): CatalogueEntry {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) {
    throw new Error(`The document ${name} has no operation.`);
  }
  return {
    name,
    query,
    document,
    operation,
    description: /^# (.+)/.exec(query)?.[1] ?? question,
    variables: (operation.variableDefinitions ?? []).map(({ variable, type: node, defaultValue }) => {
      const type = typeFromAST(schema, node) as GraphQLInputType;
      return {
        name: variable.name.value,
        type,
        isRequired: isNonNullType(type) && defaultValue === undefined,
        byDefault: defaultValue && valueFromASTUntyped(defaultValue),
      };
    }),
    example: variables,
  };
}

/** The address of a document with values, below that of the server. Lists repeat their variable, objects are JSON. */
export function addressOf({ name }: CatalogueEntry, values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [variable, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      search.append(variable, typeof each === 'string' ? each : JSON.stringify(each));
    }
  }
  return search.size > 0 ? `/q/${name}?${search.toString()}` : `/q/${name}`;
}
