/** An answer, and the names of the subgraphs that are down, whose fields are null. */
export interface Answer<Data> {
  readonly data: Data;
  readonly missing: ReadonlySet<string>;
}

interface Reply {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly subgraph?: string };
  }[];
}

/** Runs a query; throws when the server cannot be reached, refuses the query, or gives no data. */
export async function ask<Data>(query: string, variables: object, signal: AbortSignal): Promise<Answer<Data>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors = [] } = (await response.json()) as Reply;
  const missing = errors.flatMap(({ extensions }) => extensions?.subgraph ?? []);
  const [fault] = errors.filter(({ extensions }) => extensions?.code !== 'SUBGRAPH_UNAVAILABLE');
  if (fault ?? !data) {
    throw new Error(fault?.message ?? `HTTP ${response.status}`);
  }
  return { data: data as Data, missing: new Set(missing) };
}
