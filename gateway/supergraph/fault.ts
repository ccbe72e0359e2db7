/** Why a supergraph cannot be served: a sentence that names no place, as people far from the server may read it. */
export class SupergraphFault extends Error {
  override readonly name = 'SupergraphFault';
}

/** The sentence of an error that came up while a supergraph was read, checked or put in place, cut at 500 characters. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
}
