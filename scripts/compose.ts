import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';

import { buildSubgraph, type Subgraph } from '../platform/subgraph.js';

/** The one hint that composition may give: an interface with more fields in the subgraph that owns more types. */
const allowedHint = 'INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD';

/** The files of `schema/`, by path in it. Throws when the subgraphs do not compose, or compose with a hint. */
export function composeSchemas(subgraphs: readonly Subgraph[]): Map<string, string> {
  const services = subgraphs.map((subgraph) => ({
    name: subgraph.name,
    url: `http://127.0.0.1:${subgraph.port}/graphql`,
    sdl: buildSubgraph(subgraph).sdl,
  }));
  const composed = composeServices(services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  const faults = composed.errors ?? composed.hints.filter((hint) => hint.definition.code !== allowedHint);
  if (composed.errors || faults.length > 0) {
    throw new Error(`The subgraphs do not compose:\n${faults.map((fault) => `- ${fault.message}`).join('\n')}`);
  }
  return new Map([
    ...services.map(({ name, sdl }): [string, string] => [`subgraphs/${name}.graphql`, `${sdl.trim()}\n`]),
    ['supergraph.graphql', `${composed.supergraphSdl.trim()}\n`],
    ['api.graphql', `${printSchema(new Supergraph(composed.schema).apiSchema().toGraphQLJSSchema()).trim()}\n`],
  ]);
}
