// TypeGraphQL's decorators ask for it, and every file with types begins with enumerations.
import 'reflect-metadata';

import { registerEnumType } from 'type-graphql';

/** The values of an enumeration made by `describedEnum`. */
export type EnumValue<Enum> = Enum[keyof Enum];

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
  return values as { readonly [Value in keyof Descriptions]: Value };
}
