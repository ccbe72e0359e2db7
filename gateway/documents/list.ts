import { addressOf, type Catalogue } from './catalogue.js';

/** A named query in the list at /q. */
export interface ListedQuery {
  readonly name: string;
  readonly description: string;
  readonly variables: readonly {
    readonly name: string;
    /** As GraphQL writes it: `[ID!]`. */
    readonly type: string;
    readonly required: boolean;
    readonly default?: unknown;
  }[];
  /** An address that answers, below that of the server. */
  readonly example: string;
}

/** The list as JSON. */
export function listed(catalogue: Catalogue): readonly ListedQuery[] {
  return Array.from(catalogue.values(), (entry) => ({
    name: entry.name,
    description: entry.description,
    variables: entry.variables.map(({ name, type, isRequired, defaultValue }) => ({
      name,
      type: String(type),
      required: isRequired,
      ...(defaultValue === undefined ? {} : { default: defaultValue }),
    })),
    example: addressOf(entry, entry.example),
  }));
}
