// TypeGraphQL's decorators ask for it, and every file with types begins with enumerations.
import 'reflect-metadata';

import { registerEnumType } from 'type-graphql';

import type { EnumLabel } from './enum-label.js';

/** The values of an enumeration made by `describedEnum`. */
export type EnumValue<Enum> = Enum[keyof Enum];

/**
 * A value as it is declared: its English label, its Chinese label, its description in the GraphQL schema; further words
 * that an import takes for it.
 */
export type DescribedValue = readonly [
  english: English,
  chinese: Chinese,
  description: string,
  also?: readonly string[],
];

/** A label in lower case but for names; of a value that is counted, for one and for several. */
type English = string | readonly [one: string, several: string];

/** A label; of a value that is counted with a measure word, that word and the noun after it. */
type Chinese = string | readonly [measure: string, noun: string];

/** An enumeration's name, description and values. */
export interface EnumDocumentation {
  readonly name: string;
  readonly description: string;
  /** The description of each value. */
  readonly values: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, EnumLabel>>;
  /** Further words for each value. */
  readonly also: Readonly<Record<string, readonly string[]>>;
}

const documentation = new Map<object, EnumDocumentation>();

/** The documentation of an enumeration; undefined for values that `describedEnum` did not make. */
export const enumDocumentation = (values: object): EnumDocumentation | undefined => documentation.get(values);

/** The enumerations of all modules that are loaded. */
export const describedEnums = (): readonly EnumDocumentation[] => [...documentation.values()];

/** The label of each value of an enumeration made by `describedEnum`. */
export function labelsOf<Enum extends object>(values: Enum): Readonly<Record<keyof Enum, EnumLabel>> {
  const found = documentation.get(values);
  if (!found) {
    throw new Error(`labelsOf takes what describedEnum returned, not ${JSON.stringify(values)}.`);
  }
  return found.labels as Readonly<Record<keyof Enum, EnumLabel>>;
}

/** A GraphQL enumeration with its descriptions and labels; the object returned has the values under their names. */
export function describedEnum<const Values extends Readonly<Record<string, DescribedValue>>>(
  name: string,
  description: string,
  described: Values,
): { readonly [Value in keyof Values]: Value } {
  const values = mapValues(described, (_, value) => value);
  const descriptions = mapValues(described, ([, , text]) => text);
  registerEnumType(values, {
    name,
    description,
    valuesConfig: mapValues(descriptions, (text) => ({ description: text })),
  });
  documentation.set(values, {
    name,
    description,
    values: descriptions,
    labels: mapValues(described, label),
    also: mapValues(described, ([, , , also = []]) => also),
  });
  return values as { readonly [Value in keyof Values]: Value };
}

function label([english, chinese]: DescribedValue): EnumLabel {
  return {
    ...(typeof english === 'string' ? { en: english } : { one: english[0], en: english[1] }),
    ...(typeof chinese === 'string' ? { zh: chinese } : { measure: chinese[0], zh: chinese[1] }),
  };
}

function mapValues<From, To>(
  object: Readonly<Record<string, From>>,
  map: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
