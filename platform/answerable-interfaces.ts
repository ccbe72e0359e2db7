import { mapSchema, MapperKind } from '@graphql-tools/utils';
import {
  isInterfaceType,
  isObjectType,
  type FieldDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

/**
 * A schema whose interfaces have no more fields than this subgraph answers for each of their types. What a type has as
 * `@external`, for the interface alone, its owner answers; there are planners that refuse the field of the interface then.
 */
export function answerableInterfaces(schema: GraphQLSchema): GraphQLSchema {
  const foreign = new Map(
    Object.values(schema.getTypeMap())
      .filter(isInterfaceType)
      .map((type): [string, ReadonlySet<string>] => [type.name, foreignFields(schema, type)])
      .filter(([, fields]) => fields.size > 0),
  );
  if (foreign.size === 0) {
    return schema;
  }
  const isForeign = (type: string, field: string): boolean => foreign.get(type)?.has(field) === true;
  return mapSchema(schema, {
    [MapperKind.INTERFACE_FIELD]: (config, field, type) => (isForeign(type, field) ? null : config),
    [MapperKind.OBJECT_FIELD]: (config, field, type) =>
      isExternal(config) && interfacesOf(schema, type).some((each) => isForeign(each, field)) ? null : config,
  });
}

/** The fields of an interface that one of its types has as external. */
function foreignFields(schema: GraphQLSchema, type: GraphQLInterfaceType): ReadonlySet<string> {
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
