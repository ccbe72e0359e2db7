/** A supergraph with each subgraph at the address given by its name; one that has none there keeps its own. */
export function supergraphAt(supergraph: string, addresses: ReadonlyMap<string, string>): string {
  return supergraph.replaceAll(
    /@join__graph\(name: "([^"]+)", url: "([^"]*)"\)/g,
    (_, name: string, url: string) => `@join__graph(name: "${name}", url: "${addresses.get(name) ?? url}")`,
  );
}
