import { mapSchema, MapperKind } from '@graphql-tools/utils';
import {
  isInterfaceType,
  isObjectType,
  type FieldDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

/**
 * A schema without the interface fields that this subgraph does not resolve for every implementing type, that is, those
 * that are `@external` in one: some query planners reject such an interface field.
 */
export function answerableInterfaces(schema: GraphQLSchema): GraphQLSchema {
  const external = new Map(
    Object.values(schema.getTypeMap())
      .filter(isInterfaceType)
      .map((type): [string, ReadonlySet<string>] => [type.name, externalFields(schema, type)])
      .filter(([, fields]) => fields.size > 0),
  );
  if (external.size === 0) {
    return schema;
  }
  const isExternalIn = (type: string, field: string): boolean => external.get(type)?.has(field) === true;
  return mapSchema(schema, {
    [MapperKind.INTERFACE_FIELD]: (config, field, type) => (isExternalIn(type, field) ? null : config),
    [MapperKind.OBJECT_FIELD]: (config, field, type) =>
      isExternal(config) && interfacesOf(schema, type).some((each) => isExternalIn(each, field)) ? null : config,
  });
}

/** The fields of an interface that are external in one of its types. */
function externalFields(schema: GraphQLSchema, type: GraphQLInterfaceType): ReadonlySet<string> {
  return new Set(
    schema
      .getPossibleTypes(type)
      .flatMap((possible) => Object.values(possible.getFields()))
      .filter(isExternal)
      .map(({ name }) => name),
  );
}

function interfacesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getInterfaces().map((each) => each.name) : [];
}

function isExternal({ astNode }: { readonly astNode?: FieldDefinitionNode | null | undefined }): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'external') ?? false;
}
