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

import { readNamedQueries, type NamedQuery } from '../../platform/named-queries.js';

/** A variable of a named query. */
export interface QueryVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Whether it has to be given. */
  readonly isRequired: boolean;
  /** Its value when none is given; undefined for none. */
  readonly defaultValue: unknown;
}

/** A named query as it is on a schema; it answers at /q/<name>. */
export interface CatalogueEntry {
  readonly name: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it answers, in a sentence. */
  readonly description: string;
  readonly variables: readonly QueryVariable[];
  /** Variables that it can be asked with. */
  readonly example: Readonly<Record<string, unknown>>;
  /** The lists whose items are the rows of its table, as paths; empty where that is the only outermost one. */
  readonly rows: readonly string[];
  /** The folder of `documents/` that it is in; those in `tables` were written as tables. */
  readonly folder: string;
}

/** The named queries by name, in the order in which they are listed. */
export type Catalogue = ReadonlyMap<string, CatalogueEntry>;

/** The folders of `documents/`, in the order in which their queries are listed: tables first. */
const folders = ['tables', '.', 'pages', 'agents', 'questions', 'nation'];

let read: readonly ReadQuery[] | undefined;

interface ReadQuery extends NamedQuery {
  readonly folder: string;
}

/** The named queries that are valid on a schema. The files of `documents/` are read once. */
export function readCatalogue(schema: GraphQLSchema): Catalogue {
  read ??= folders.flatMap((folder) => readNamedQueries(folder).map((named) => ({ ...named, folder })));
  return new Map(
    read.flatMap((named) => {
      const document = parse(named.query);
      return validate(schema, document).length > 0 ? [] : [[named.name, entryOf(schema, named, document)]];
    }),
  );
}

function entryOf(
  schema: GraphQLSchema,
  { name, query, question, variables, rows = [], folder }: ReadQuery,
  document: DocumentNode,
): CatalogueEntry {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) {
    throw new Error(`The named query ${name} has no operation.`);
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
        defaultValue: defaultValue && valueFromASTUntyped(defaultValue),
      };
    }),
    example: variables,
    rows,
    folder,
  };
}

/** The path and search of a named query with variables. A list repeats its variable, an object is JSON. */
export function addressOf({ name }: CatalogueEntry, values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [variable, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      search.append(variable, typeof each === 'string' ? each : JSON.stringify(each));
    }
  }
  return search.size > 0 ? `/q/${name}?${search.toString()}` : `/q/${name}`;
}
