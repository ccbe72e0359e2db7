import { composeServices, type CompositionSuccess } from '@apollo/composition';
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

import { plannerFaults } from '../gateway/supergraph/planner-faults.js';
import { buildSubgraph, type Subgraph } from '../platform/subgraph.js';

/** The only hint of composition that is allowed: an interface may have fields in some subgraphs only. */
const allowedHint = 'INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD';

/** Contents of the files of `schema/` by path. Throws when the subgraphs do not compose, or with another hint. */
export function composeSchemas(subgraphs: readonly Subgraph[]): Map<string, string> {
  const services = subgraphs.map((subgraph) => ({
    name: subgraph.name,
    url: `http://127.0.0.1:${subgraph.port}/graphql`,
    sdl: buildSubgraph(subgraph).sdl,
  }));
  const composed = compose(services);
  return new Map([
    ...services.map(({ name, sdl }): [string, string] => [`subgraphs/${name}.graphql`, `${sdl.trim()}\n`]),
    ['supergraph.graphql', `${composed.supergraphSdl.trim()}\n`],
    ['api.graphql', printApi(new Supergraph(composed.schema).apiSchema().toGraphQLJSSchema())],
  ]);
}

/** What subgraphs compose to. Throws where they do not, with another hint, or where queries would be planned wrongly. */
export function compose(
  services: readonly { readonly name: string; readonly url: string; readonly sdl: string }[],
): CompositionSuccess {
  const composed = composeServices(services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  const unwanted = composed.errors ?? composed.hints.filter((hint) => hint.definition.code !== allowedHint);
  const faults = [
    ...unwanted.map(({ message }) => message),
    ...(composed.errors ? [] : plannerFaults(parse(composed.supergraphSdl))),
  ];
  if (composed.errors || faults.length > 0) {
    throw new Error(`The subgraphs do not compose:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
  return composed;
}

/** The API as SDL: Query, then the types in the order in which they are reached from it, connections last. */
function printApi(schema: GraphQLSchema): string {
  const types = typesInOrder(schema);
  const isConnectionType = ({ name }: GraphQLNamedType): boolean => /(Connection|Edge|PageInfo)$/.test(name);
  const parts = [
    types.filter((type) => isCompositeType(type)).filter((type) => !isConnectionType(type)),
    types.filter(isEnumType),
    types.filter(isInputObjectType),
    types.filter(isScalarType).filter((type) => !isSpecifiedScalarType(type)),
    types.filter(isConnectionType),
  ];
  return `${parts.flat().map(printType).join('\n\n')}\n`;
}

/** All types of a schema, breadth first from Query and the main types. */
function typesInOrder(schema: GraphQLSchema): GraphQLNamedType[] {
  const roots = ['Query', 'Pairing', 'Region', 'Party'].flatMap((name) => schema.getType(name) ?? []);
  const reached = new Set<GraphQLNamedType>(roots);
  for (const type of reached) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        reached.add(getNamedType(field.type));
        field.args.forEach((argument) => reached.add(getNamedType(argument.type)));
      }
    } else if (isUnionType(type)) {
      type.getTypes().forEach((each) => reached.add(each));
    } else if (isInputObjectType(type)) {
      Object.values(type.getFields()).forEach((field) => reached.add(getNamedType(field.type)));
    }
  }
  Object.values(schema.getTypeMap()).forEach((type) => reached.add(type));
  return [...reached].filter((type) => !isIntrospectionType(type));
}
