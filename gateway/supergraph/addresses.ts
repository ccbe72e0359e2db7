import { Kind, parse, valueFromASTUntyped, type DocumentNode } from 'graphql';

import { SupergraphFault } from './fault.js';

/** The addresses of subgraphs, by name. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * Where the subgraphs of a supergraph are: as `overrides` say, else as it says itself. Throws what a person would have
 * to change where the text is no supergraph, or has a subgraph without an address.
 */
export function addressesIn(sdl: string, overrides: Addresses): Addresses {
  const routed = routing(parsed(sdl));
  if (routed.size === 0) {
    throw new SupergraphFault('It is not a supergraph: no subgraph is named in it.');
  }
  const addresses = new Map(Array.from(routed, ([name, url]) => [name, overrides.get(name) ?? url]));
  const lost = [...addresses].filter(([, url]) => !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''));
  if (lost.length > 0) {
    const names = lost.map(([name]) => name);
    throw new SupergraphFault(
      `It has no http(s) address for ${names.join(', ')}. Set SUBGRAPH_URLS to ${names.map((name) => `${name}=http://host:port/graphql`).join(',')}.`,
    );
  }
  return addresses;
}

function parsed(sdl: string): DocumentNode {
  if (sdl.trim() === '') {
    throw new SupergraphFault('It is empty.');
  }
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new SupergraphFault(`It is not GraphQL: ${(error as Error).message}`);
  }
}

/** What the directive `@join__graph(name:, url:)` says on each value of `join__Graph`. */
function routing({ definitions }: DocumentNode): Addresses {
  const graphs = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => {
      const said = Object.fromEntries(
        (directives ?? [])
          .filter((directive) => directive.name.value === 'join__graph')
          .flatMap((directive) => directive.arguments ?? [])
          .map((argument) => [argument.name.value, String(valueFromASTUntyped(argument.value))]),
      ) as { readonly name?: string; readonly url?: string };
      return [said.name ?? name.value.toLowerCase(), said.url ?? ''];
    }),
  );
}
