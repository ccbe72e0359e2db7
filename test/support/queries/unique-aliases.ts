import { Kind, parse, print, visit, type FieldNode } from 'graphql';

/** A query in which each name of the answer is one that nothing else has. */
export interface UniqueAliases {
  readonly query: string;
  /** What was answered to the query, with the names that the query had before: in data, paths and messages. */
  readonly mapBack: (answer: unknown) => unknown;
}

/** Asked of each object, so that no type of an object is only known from the query. */
const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** A query with an alias for each field, the same for those that were called the same: whatever was merged still is. */
export function uniqueAliases(query: string): UniqueAliases {
  const aliases = new Map<string, string>();
  const names = new Map<string, string>();
  const document = visit(parse(query, { noLocation: true }), {
    // On leaving, as what is added is not to be renamed.
    Field: {
      leave: ({ alias, selectionSet, ...field }) => {
        const name = alias?.value ?? field.name.value;
        const unique = aliases.get(name) ?? `u${aliases.size}_`;
        aliases.set(name, unique);
        names.set(unique, name);
        return {
          ...field,
          alias: { kind: Kind.NAME, value: unique },
          ...(selectionSet && {
            selectionSet: { ...selectionSet, selections: [...selectionSet.selections, typename] },
          }),
        };
      },
    },
  });
  const nameIn = (text: string): string => text.replaceAll(/\bu\d+_\b/g, (alias) => names.get(alias) ?? alias);
  const mapBack = (value: unknown): unknown =>
    typeof value === 'string'
      ? nameIn(value)
      : Array.isArray(value)
        ? value.map(mapBack)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .filter(([key]) => key !== typename.name.value)
                .map(([key, each]) => [names.get(key) ?? key, mapBack(each)]),
            )
          : value;
  return { query: print(document), mapBack };
}
