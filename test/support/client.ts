/** What a GraphQL server answers. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: object;
  }[];
}

/** Asks a server a query over HTTP. */
export async function ask(url: string, query: string, variables: object = {}): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return answerOf(response);
}

/** What a server answered. What it says of its answer as a whole (`extensions`) is left out. */
export async function answerOf(response: Response): Promise<GraphQLAnswer> {
  const { data, errors } = (await response.json()) as GraphQLAnswer;
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
}
