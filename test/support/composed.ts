import { composeServices } from '@apollo/composition';
import { LocalGraphQLDataSource } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

import '../../gateway/no-telemetry.js';
import { executorOf, type Executor } from './executor.js';

/** Subgraphs of a test's own, by name. */
export type Subgraphs = Readonly<Record<string, { readonly sdl: string; readonly resolvers?: object }>>;

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@interfaceObject", "@requires", "@shareable"])';

/** The services of subgraphs, with the directives of federation. */
export const servicesOf = (subgraphs: Subgraphs): { name: string; url: string; sdl: string }[] =>
  Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    sdl: `${link}\n${sdl}`,
  }));

/** The supergraph of subgraphs, as Apollo composes it. */
export function supergraphOf(subgraphs: Subgraphs): string {
  const services = servicesOf(subgraphs).map(({ sdl, ...service }) => ({ ...service, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) {
    throw new Error(String(errors));
  }
  return supergraphSdl;
}

/** Runs operations over subgraphs in this process, normalised and planned as the gateway does. */
export function executorOver(subgraphs: Subgraphs): Promise<Executor> {
  const schemas = new Map(
    servicesOf(subgraphs).map(({ name, sdl }) => {
      const resolvers = (subgraphs[name]?.resolvers ?? {}) as never;
      return [name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers })];
    }),
  );
  return executorOf(supergraphOf(subgraphs), ({ name }) => {
    const schema = schemas.get(name);
    if (!schema) {
      throw new Error(`There is no subgraph ${name}.`);
    }
    return new LocalGraphQLDataSource(schema);
  });
}
