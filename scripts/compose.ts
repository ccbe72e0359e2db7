import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  printType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

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
    ['api.graphql', printApi(new Supergraph(composed.schema).apiSchema().toGraphQLJSSchema())],
  ]);
}

/** The API as a text to read: what can be asked, then the types in the order in which they are met, the plumbing last. */
function printApi(schema: GraphQLSchema): string {
  const met = typesInOrder(schema);
  const isPlumbing = ({ name }: GraphQLNamedType): boolean => /(Connection|Edge|PageInfo)$/.test(name);
  const parts = [
    met.filter((type) => isCompositeType(type)).filter((type) => !isPlumbing(type)),
    met.filter(isEnumType),
    met.filter(isInputObjectType),
    met.filter(isScalarType).filter((type) => !isSpecifiedScalarType(type)),
    met.filter(isPlumbing),
  ];
  return `${parts.flat().map(printType).join('\n\n')}\n`;
}

/** All types of a schema: what a reader starts from, what its fields give, what their fields give, and so on. */
function typesInOrder(schema: GraphQLSchema): GraphQLNamedType[] {
  const first = ['Query', 'Pairing', 'Region', 'Party'].flatMap((name) => schema.getType(name) ?? []);
  const met = new Set<GraphQLNamedType>(first);
  for (const type of met) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        met.add(getNamedType(field.type));
        field.args.forEach((argument) => met.add(getNamedType(argument.type)));
      }
    } else if (isUnionType(type)) {
      type.getTypes().forEach((each) => met.add(each));
    } else if (isInputObjectType(type)) {
      Object.values(type.getFields()).forEach((field) => met.add(getNamedType(field.type)));
    }
  }
  Object.values(schema.getTypeMap()).forEach((type) => met.add(type));
  return [...met].filter((type) => !isIntrospectionType(type));
}
