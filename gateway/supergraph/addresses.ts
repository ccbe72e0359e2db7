import { parse, type DocumentNode } from 'graphql';

import { UserError } from '../../platform/errors.js';
import { joinedSubgraphs } from './join-directives.js';

/** The addresses of subgraphs, by name. */
export type Addresses = ReadonlyMap<string, string>;

/**
 * The addresses of the subgraphs of a supergraph: those in `overrides`, else its own. Throws a `UserError` where it
 * is not a supergraph, or a subgraph has no address.
 */
export function addressesIn(supergraph: DocumentNode, overrides: Addresses): Addresses {
  const own = joinedSubgraphs(supergraph);
  if (own.length === 0) {
    throw new UserError('It is not a supergraph: no subgraph is named in it.');
  }
  const addresses = new Map(own.map(({ name, url }) => [name, overrides.get(name) ?? url]));
  const missing = [...addresses].filter(([, url]) => !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''));
  if (missing.length > 0) {
    const names = missing.map(([name]) => name);
    throw new UserError(
      `It has no http(s) address for ${names.join(', ')}. Set SUBGRAPH_URLS to ${names.map((name) => `${name}=http://host:port/graphql`).join(',')}.`,
    );
  }
  return addresses;
}

/** The document of a supergraph; throws a `UserError` where the text is not GraphQL. */
export function parseSupergraph(sdl: string): DocumentNode {
  if (sdl.trim() === '') {
    throw new UserError('It is empty.');
  }
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    throw new UserError(`It is not GraphQL: ${(error as Error).message}`);
  }
}
