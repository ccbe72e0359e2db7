import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isSpecifiedScalarType,
  Kind,
  type GraphQLInputType,
  type ObjectValueNode,
  type ValueNode,
} from 'graphql';

/**
 * The JSON value of a variable that means the same as a literal of the variable's type. Undefined where there is none: the
 * literal contains a variable or a number that JSON lacks, or it is a custom scalar's and no string, for which a
 * subgraph may parse literals and values differently.
 */
export function literalValue(literal: ValueNode, type: GraphQLInputType): unknown {
  if (literal.kind === Kind.NULL) {
    return null;
  }
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const { ofType } = nullable;
    return literal.kind === Kind.LIST
      ? all(literal.values.map((value) => literalValue(value, ofType)))
      : literalValue(literal, ofType);
  }
  if (isInputObjectType(nullable)) {
    return literal.kind === Kind.OBJECT ? objectValue(literal, (name) => nullable.getFields()[name]?.type) : undefined;
  }
  if (isEnumType(nullable)) {
    return literal.kind === Kind.ENUM ? literal.value : undefined;
  }
  return isSpecifiedScalarType(nullable) ? scalarValue(literal, nullable.name) : stringOnly(literal);
}

function objectValue(literal: ObjectValueNode, typeOf: (field: string) => GraphQLInputType | undefined): unknown {
  const values = literal.fields.map(({ name, value }) => {
    const type = typeOf(name.value);
    return type && literalValue(value, type);
  });
  return all(values) && Object.fromEntries(literal.fields.map(({ name }, place) => [name.value, values[place]]));
}

function all(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values;
}

function scalarValue(literal: ValueNode, type: string): unknown {
  switch (literal.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return literal.value;
    case Kind.INT:
    case Kind.FLOAT:
      return type === 'ID' ? literal.value : jsonNumber(Number(literal.value));
    default:
      return undefined;
  }
}

/** JSON has neither infinities nor a negative zero. */
function jsonNumber(value: number): number | undefined {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
}

function stringOnly(literal: ValueNode): unknown {
  return literal.kind === Kind.STRING ? literal.value : undefined;
}
