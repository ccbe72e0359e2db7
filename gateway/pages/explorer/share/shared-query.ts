/** A query with its variables, which are JSON. */
export interface SharedQuery {
  readonly query: string;
  readonly variables: string;
}

/** Characters from which on an address is compressed, since messages cut longer ones. */
const longest = 1_500;

/**
 * The fragment of an address that opens a query: `query=…&variables=…`, compressed (`z=…`) where that is long. A fragment is not
 * sent to the server, which would refuse an address of such a length.
 */
export async function sharedFragment({ query, variables }: SharedQuery): Promise<string> {
  const plain = new URLSearchParams(variables.trim() === '' ? { query } : { query, variables }).toString();
  return plain.length <= longest ? plain : `z=${await compressed(plain)}`;
}

/** The query that an address opens, by its fragment or its search; null where it opens none, or what it has cannot be read. */
export async function sharedIn({ hash, search }: Pick<Location, 'hash' | 'search'>): Promise<SharedQuery | null> {
  const fragment = new URLSearchParams(hash.slice(1));
  const packed = fragment.get('z');
  const unpacked = packed === null ? fragment : new URLSearchParams(await decompressed(packed));
  const parameters = unpacked.has('query') ? unpacked : new URLSearchParams(search);
  const query = parameters.get('query');
  return query === null ? null : { query, variables: parameters.get('variables') ?? '' };
}

async function compressed(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Empty for what was cut or changed on its way. */
async function decompressed(packed: string): Promise<string> {
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
  } catch {
    return '';
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
