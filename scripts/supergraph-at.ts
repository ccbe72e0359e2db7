/** A supergraph with other addresses of its subgraphs, by name; the others keep theirs. */
export function supergraphAt(supergraph: string, addresses: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g,
    (_, name: string, url: string) => `@join__graph(name: "${name}", url: "${addresses.get(name) ?? url}")`,
  );
}
