/** A response of the graph. */
export interface GraphReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: object;
}

/** Why the graph did not respond: the device is offline, nothing responded, or something else did, such as a proxy. */
export class NoReply extends Error {
  constructor(
    readonly kind: 'offline' | 'unreachable' | 'foreign',
    message: string,
    readonly response: Response | null = null,
  ) {
    super(message);
  }
}

/** Sends a request to the graph; throws `NoReply` when no response of the graph comes, also before a timeout of the signal. */
export async function postToGraph(
  request: object,
  headers: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<GraphReply> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(request),
      ...(signal && { signal }),
    });
    const body = objectIn(await response.text());
    if (!body) {
      throw new NoReply(
        'foreign',
        `Something other than the graph answered, with status ${response.status}.`,
        response,
      );
    }
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    if (error instanceof NoReply || (error instanceof Error && error.name === 'AbortError')) {
      throw error;
    }
    throw navigator.onLine
      ? new NoReply('unreachable', 'The server cannot be reached. It may be restarting.')
      : new NoReply('offline', 'This device is offline.');
  }
}

/** The JSON object of a GraphQL response; null for any other text. */
function objectIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value) ? value : null;
  } catch {
    return null;
  }
}
