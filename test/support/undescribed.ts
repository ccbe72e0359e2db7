import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';

/** The elements of an SDL text that have no description: types, fields, arguments, values. */
export function undescribed(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap(elements)
    .filter(({ description }) => !description)
    .map(({ path }) => path);
}

interface Element {
  readonly path: string;
  readonly description: string | null | undefined;
}

function elements(type: GraphQLNamedType): Element[] {
  const self = { path: type.name, description: type.description };
  // A query's root type needs no description: its fields have them.
  const own = type.name === 'Query' ? [] : [self];
  if (isEnumType(type)) {
    return [
      ...own,
      ...type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, description })),
    ];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    return [
      ...own,
      ...Object.values(type.getFields()).flatMap((field) => [
        { path: `${type.name}.${field.name}`, description: field.description },
        ...field.args.map((argument) => ({
          path: `${type.name}.${field.name}(${argument.name}:)`,
          description: argument.description,
        })),
      ]),
    ];
  }
  if (isInputObjectType(type)) {
    return [
      ...own,
      ...Object.values(type.getFields()).map(({ name, description }) => ({
        path: `${type.name}.${name}`,
        description,
      })),
    ];
  }
  return own;
}
