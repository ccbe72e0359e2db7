import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A part of the schema that a search finds. */
export interface Found {
  /** Its name with that of its type: `Pairing.fundTotal`. */
  readonly name: string;
  readonly type: GraphQLNamedType;
  /** What it is of its type; null for the type itself. */
  readonly part:
    | { readonly kind: 'field'; readonly field: GraphQLField<unknown, unknown> }
    | { readonly kind: 'input'; readonly field: GraphQLInputField }
    | { readonly kind: 'value'; readonly value: GraphQLEnumValue }
    | null;
  readonly description: string;
  /** The type of its values; empty for a type or a value. */
  readonly of: string;
}

/** What has all words in its name or its description: those with a name that begins with the first come first, then those whose name has it. */
export function searchSchema(parts: readonly Found[], text: string): readonly Found[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const [first = ''] = words;
  const rank = ({ name }: Found): number => {
    const own = (name.split('.').at(-1) ?? name).toLowerCase();
    return own === first ? 0 : own.startsWith(first) ? 1 : own.includes(first) ? 2 : 3;
  };
  return parts
    .filter(({ name, description }) => {
      const all = `${name} ${description}`.toLowerCase();
      return words.length > 0 && words.every((word) => all.includes(word));
    })
    .map((part) => ({ part, rank: rank(part) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ part }) => part);
}

/** All types of a schema with their fields and values, without those of introspection. */
export function partsOf(schema: GraphQLSchema): readonly Found[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type): Found[] => [
      { name: type.name, type, part: null, description: type.description ?? '', of: '' },
      ...partsOfType(type),
    ]);
}

function partsOfType(type: GraphQLNamedType): Found[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      type,
      part: { kind: 'field', field },
      description: [field.description, ...field.args.map(({ name, description }) => `${name}: ${description ?? ''}`)]
        .filter(Boolean)
        .join('\n'),
      of: String(field.type),
    }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      type,
      part: { kind: 'input', field },
      description: field.description ?? '',
      of: String(field.type),
    }));
  }
  return isEnumType(type)
    ? type.getValues().map((value) => ({
        name: `${type.name}.${value.name}`,
        type,
        part: { kind: 'value', value },
        description: value.description ?? '',
        of: '',
      }))
    : [];
}
