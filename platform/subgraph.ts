import { buildSubgraphSchema as buildFederatedSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';

import { answerableInterfaces } from './answerable-interfaces.js';
import type { Database, DatabaseDefinition } from './database.js';
import type { TableImport } from './import/table.js';
import { Loaders } from './loaders.js';
import type { RequestScope } from './request-scope.js';
import { DateScalar } from './scalars.js';

/** The row of a key; null for an unknown one. */
type Reference<Context> = (id: string, context: Context) => Promise<object | null> | object | null;

/** One part of the graph: everything about it is in this value. */
export interface Subgraph<Context extends RequestScope = RequestScope> extends DatabaseDefinition {
  /** Port that it listens on when it runs as a process of its own. */
  readonly port: number;
  /** TypeGraphQL resolver classes. */
  readonly resolvers: readonly Function[];
  /** Object types that no resolver names: those reached by an interface or a reference alone. */
  readonly types: readonly Function[];
  /** The types it owns, which others ask for by key: how the row of a key is found. Many at once cost one statement. */
  readonly owned: Readonly<Record<string, Reference<Context>>>;
  /** The types of others that it adds fields to: what others send of one, its key and what is required, stands for it. */
  readonly extended: readonly string[];
  /** Its own types that stand in place of the stubs which shared types name. */
  readonly inPlaceOfStubs: Readonly<Record<string, Function>>;
  /** The tables that the importer loads into this subgraph, in that order. */
  readonly imports: readonly TableImport[];
  /** What its resolvers find in their context. */
  createContext(scope: RequestScope): Context;
}

/** A subgraph among others, whose contexts are its own affair. */
export function defineSubgraph<Context extends RequestScope>(subgraph: Subgraph<Context>): Subgraph {
  return subgraph as unknown as Subgraph;
}

const federation = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@cost", "@listSize"]
)`;

/** A subgraph's executable schema and its SDL. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

let ownTypes: Subgraph['inPlaceOfStubs'] = {};

/**
 * The type that a field of a shared type has: the stub, or in the subgraph that owns the type, the type itself.
 * TypeGraphQL asks for field types while it builds a schema, which it does in one go.
 */
export const stubOrOwned = (name: string, stub: Function) => (): Function => ownTypes[name] ?? stub;

/** Builds what a subgraph serves. */
export function buildSubgraph(subgraph: Subgraph): SubgraphSchema {
  ownTypes = subgraph.inPlaceOfStubs;
  const typed = buildSchemaSync({
    resolvers: subgraph.resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...subgraph.types],
    scalarsMap: [{ type: Date, scalar: DateScalar }],
    validate: false,
    // The contract test composes the schemas; checking them again would take a tenth of a start.
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
  return { schema: buildFederatedSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }), sdl };
}

/** The context of one request to a subgraph. */
export function createSubgraphContext(subgraph: Subgraph, database: Database): RequestScope {
  return subgraph.createContext({ database, loaders: new Loaders() });
}
