import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  printType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The root fields with their arguments, and the names of the types, as text. */
export function schemaIndex(schema: GraphQLSchema): string {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ name, args, type }) => {
    const given = args.map((argument) => `${argument.name}: ${String(argument.type)}`).join(', ');
    return `  ${name}${given === '' ? '' : `(${given})`}: ${String(type)}`;
  });
  const types = typesOf(schema);
  const named = (is: (type: GraphQLNamedType) => boolean): string =>
    types
      .filter(is)
      .map(({ name }) => name)
      .join(' ');
  return [
    'Each type with its descriptions is jiedui://schema/{type}.',
    '',
    'type Query {',
    ...fields,
    '}',
    '',
    `Types: ${named(isObjectType)}`,
    `Filters and other inputs: ${named(isInputObjectType)}`,
    `Enumerations: ${named(isEnumType)}`,
    '',
  ].join('\n');
}

/** A type in GraphQL's language, with descriptions; null where there is none. The root type is the index. */
export function schemaOf(schema: GraphQLSchema, name: string): string | null {
  const type = typesOf(schema).find((each) => each.name === name);
  if (type === schema.getQueryType()) {
    return schemaIndex(schema);
  }
  return type ? `${printType(type)}\n` : null;
}

/** The names of types that begin with a text, for completion. */
export const typesLike = (schema: GraphQLSchema, text: string): string[] =>
  typesOf(schema)
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase().startsWith(text.toLowerCase()))
    .slice(0, 100);

const typesOf = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
