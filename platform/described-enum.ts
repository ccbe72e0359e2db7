// TypeGraphQL's decorators ask for it, and every file with types begins with enumerations.
import 'reflect-metadata';

import { registerEnumType } from 'type-graphql';

/** The values of an enumeration made by `describedEnum`. */
export type EnumValue<Enum> = Enum[keyof Enum];

/** What `describedEnum` says of an enumeration. */
export interface EnumDocumentation {
  readonly name: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

const documentation = new WeakMap<object, EnumDocumentation>();

/** What is said of an enumeration; undefined for values that `describedEnum` did not make. */
export const enumDocumentation = (values: object): EnumDocumentation | undefined => documentation.get(values);

/** A GraphQL enumeration, each value with its description; the object returned has the values under their names. */
export function describedEnum<const Descriptions extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  descriptions: Descriptions,
): { readonly [Value in keyof Descriptions]: Value } {
  const values = Object.fromEntries(Object.keys(descriptions).map((value) => [value, value]));
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(descriptions).map(([value, text]) => [value, { description: text }]),
    ),
  });
  documentation.set(values, { name, description, values: descriptions });
  return values as { readonly [Value in keyof Descriptions]: Value };
}
