import {
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';

/** The form of the values of a type. */
export interface Form {
  readonly isNonNull: boolean;
  /** The form of items; null where it is no list. */
  readonly item: Form | null;
  /** The JSON text of a leaf value; null where the value is none of the type. Null for objects. */
  readonly leaf: ((value: unknown) => string | null) | null;
  /** The name of the type, for messages. */
  readonly name: string;
}

/** The form of a type. */
export function formOf(type: GraphQLOutputType): Form {
  const isNonNull = isNonNullType(type);
  const nullable = isNonNull ? type.ofType : type;
  return {
    isNonNull,
    item: isListType(nullable) ? formOf(nullable.ofType) : null,
    leaf: isLeafType(nullable) ? leafOf(nullable) : null,
    name: String(nullable),
  };
}

function leafOf(type: GraphQLLeafType): (value: unknown) => string | null {
  if (isEnumType(type)) {
    return enumOf(type);
  }
  return (isSpecifiedScalarType(type) ? scalars[type.name] : undefined) ?? anything;
}

function enumOf(type: GraphQLEnumType): (value: unknown) => string | null {
  const texts = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value) => texts.get(value as string) ?? null;
}

/** Nothing is known of the values of custom scalars. */
const anything = (value: unknown): string => JSON.stringify(value);

const integer = (value: unknown): string | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21 ? String(value) : null;

const text = (value: unknown): string | null => (typeof value === 'string' ? JSON.stringify(value) : null);

const scalars: Readonly<Record<string, (value: unknown) => string | null>> = {
  String: text,
  ID: (value) => text(value) ?? integer(value),
  Int: integer,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : null),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
};
