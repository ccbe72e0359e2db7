import { buildSubgraphSchema as buildFederatedSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';

import { answerableInterfaces } from './answerable-interfaces.js';
import type { Database, DatabaseDefinition } from './database.js';
import type { Derivation } from './import/derivation.js';
import type { TableImport, TableReader } from './import/table.js';
import { Loaders } from './loaders.js';
import type { RequestScope } from './request-scope.js';
import { DateScalar } from './scalars.js';

/** Resolves an entity reference by id; null for an unknown one. */
type ReferenceResolver<Context> = (id: string, context: Context) => Promise<object | null> | object | null;

/** A subgraph, described by one value. */
export interface Subgraph<Context extends RequestScope = RequestScope> extends DatabaseDefinition {
  /** Port of its server when it runs as a separate process. */
  readonly port: number;
  /** TypeGraphQL resolver classes. */
  readonly resolvers: readonly Function[];
  /** Object types that no resolver refers to: those reached only by an interface or an entity reference. */
  readonly types: readonly Function[];
  /** Reference resolvers of the entities that it owns. Many references at once must cost one statement. */
  readonly owned: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** Reference resolvers of those of its entities that are known by other keys than an id; null for an unknown one. */
  readonly ownedByKeys?: Readonly<Record<string, (key: object, context: Context) => Promise<object | null>>>;
  /** Entities of other subgraphs that it extends. Their references are used as they are. */
  readonly extended: readonly string[];
  /** Its own types that replace the stubs used in shared types, by type name. */
  readonly inPlaceOfStubs: Readonly<Record<string, Function>>;
  /** The CSV tables that the importer loads into this subgraph, in order. */
  readonly imports: readonly TableImport[];
  /** What an import works out of the rows of all data sets. */
  readonly derivation: Derivation;
  /** What it keeps of the CSV tables of other subgraphs. */
  readonly readers?: readonly TableReader[];
  /** Creates the context of its resolvers. */
  createContext(scope: RequestScope): Context;
}

/** Defines a subgraph. Its context type is hidden, so that subgraphs with different contexts fit one list. */
export function defineSubgraph<Context extends RequestScope>(subgraph: Subgraph<Context>): Subgraph {
  return subgraph as unknown as Subgraph;
}

const federation = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@cost", "@listSize", "@inaccessible"]
)`;

/** A subgraph's executable schema and its SDL. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

let ownTypes: Subgraph['inPlaceOfStubs'] = {};

/**
 * The type of a field of a shared type: the stub, or the type itself in the subgraph that owns it. TypeGraphQL calls
 * this while it builds a schema, synchronously, so that `ownTypes` is that of the subgraph being built.
 */
export const stubOrOwned = (name: string, stub: Function) => (): Function => ownTypes[name] ?? stub;

/** Builds the schema of a subgraph. */
export function buildSubgraph(subgraph: Subgraph): SubgraphSchema {
  ownTypes = subgraph.inPlaceOfStubs;
  const typed = buildSchemaSync({
    resolvers: subgraph.resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...subgraph.types],
    scalarsMap: [{ type: Date, scalar: DateScalar }],
    validate: false,
    // The contract test checks the schemas; another check would take a tenth of the start time.
    skipCheck: true,
  });
  const built = answerableInterfaces(typed);
  const sdl = `${federation}\n\n${printSchemaWithDirectives(built)}`;
  const resolvers: Record<string, unknown> = { ...createResolversMap(built), Date: DateScalar };
  for (const [typename, reference] of Object.entries(subgraph.owned)) {
    resolvers[typename] = {
      ...(resolvers[typename] as object | undefined),
      __resolveReference: ({ id }: { id: string }, context: RequestScope) => reference(id, context),
    };
  }
  for (const [typename, reference] of Object.entries(subgraph.ownedByKeys ?? {})) {
    resolvers[typename] = { ...(resolvers[typename] as object | undefined), __resolveReference: reference };
  }
  return { schema: buildFederatedSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }), sdl };
}

/** The context of one request to a subgraph. */
export function createSubgraphContext(subgraph: Subgraph, database: Database): RequestScope {
  return subgraph.createContext({ database, loaders: new Loaders() });
}
