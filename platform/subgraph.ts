import { buildSubgraphSchema as buildFederatedSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';

import type { Database, DatabaseDefinition } from './database.js';
import type { TableImport } from './import/table.js';
import { Loaders } from './loaders.js';
import { DateScalar } from './scalars.js';

/** What every request to a subgraph has: its tables, and loaders that live as long as the request. */
export interface RequestScope {
  readonly database: Database;
  readonly loaders: Loaders;
}

/** Rows for keys of a type, null for an unknown one. Many at once cost one statement. */
export type Reference<Context> = (id: string, context: Context) => Promise<object | null> | object | null;

/** One part of the graph: everything about it is in this value. */
export interface Subgraph<Context extends RequestScope = RequestScope> extends DatabaseDefinition {
  /** Port that it listens on when it runs as a process of its own. */
  readonly port: number;
  /** TypeGraphQL resolver classes. */
  readonly resolvers: readonly Function[];
  /** Object types that no resolver names: those reached by an interface or a reference alone. */
  readonly types: readonly Function[];
  /** Types that stand here in place of the stubs which shared types name. */
  readonly owns: Readonly<Record<string, Function>>;
  /** Types of this subgraph that others can ask for by key. */
  readonly references: Readonly<Record<string, Reference<Context>>>;
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
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@listSize"]
)`;

/** A subgraph's executable schema and its SDL. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

let owned: Subgraph['owns'] = {};

/**
 * The type that a field of a shared type has: the stub, or in the subgraph that owns the type, the type itself.
 * TypeGraphQL asks for field types while it builds a schema, which it does in one go.
 */
export const stubOrOwned = (name: string, stub: Function) => (): Function => owned[name] ?? stub;

/** Builds what a subgraph serves. */
export function buildSubgraph(subgraph: Subgraph): SubgraphSchema {
  owned = subgraph.owns;
  const built = buildSchemaSync({
    resolvers: subgraph.resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...subgraph.types],
    scalarsMap: [{ type: Date, scalar: DateScalar }],
    validate: false,
  });
  const sdl = `${federation}\n\n${printSchemaWithDirectives(built)}`;
  const resolvers: Record<string, unknown> = { ...createResolversMap(built), Date: DateScalar };
  for (const [typename, reference] of Object.entries(subgraph.references)) {
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
