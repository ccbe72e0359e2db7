import { Kind, parse, valueFromASTUntyped, type DocumentNode } from 'graphql';

import { UserError } from '../../platform/errors.js';

/** The addresses of subgraphs, by name. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * The addresses of the subgraphs of a supergraph: those in `overrides`, else its own. Throws a `UserError` where the text
 * is not a supergraph, or a subgraph has no address.
 */
export function addressesIn(sdl: string, overrides: Addresses): Addresses {
  const own = ownAddresses(parsed(sdl));
  if (own.size === 0) {
    throw new UserError('It is not a supergraph: no subgraph is named in it.');
  }
  const addresses = new Map(Array.from(own, ([name, url]) => [name, overrides.get(name) ?? url]));
  const missing = [...addresses].filter(([, url]) => !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''));
  if (missing.length > 0) {
    const names = missing.map(([name]) => name);
    throw new UserError(
      `It has no http(s) address for ${names.join(', ')}. Set SUBGRAPH_URLS to ${names.map((name) => `${name}=http://host:port/graphql`).join(',')}.`,
    );
  }
  return addresses;
}

function parsed(sdl: string): DocumentNode {
  if (sdl.trim() === '') {
    throw new UserError('It is empty.');
  }
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new UserError(`It is not GraphQL: ${(error as Error).message}`);
  }
}

/** The arguments of `@join__graph(name:, url:)` on each value of `join__Graph`. */
function ownAddresses({ definitions }: DocumentNode): Addresses {
  const graphs = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => {
      const given = Object.fromEntries(
        (directives ?? [])
          .filter((directive) => directive.name.value === 'join__graph')
          .flatMap((directive) => directive.arguments ?? [])
          .map((argument) => [argument.name.value, String(valueFromASTUntyped(argument.value))]),
      ) as { readonly name?: string; readonly url?: string };
      return [given.name ?? name.value.toLowerCase(), given.url ?? ''];
    }),
  );
}
