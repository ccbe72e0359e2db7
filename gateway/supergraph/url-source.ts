import { UserError } from '../../platform/errors.js';
import { sizeLimit, tooLarge, type SupergraphSource } from './supergraph-source.js';

/** Milliseconds that a response may take. */
const responseTimeout = 5_000;

/** An address, polled with conditional requests. */
export function createUrlSource(address: string): SupergraphSource {
  const { url, authorization } = withoutPassword(address);
  let conditions: Record<string, string> = {};
  return {
    name: url,
    interval: 3_000,
    startTimeout: 30_000,
    read: async () => {
      const response = await get(url, {
        accept: 'application/graphql, text/plain, */*',
        ...authorization,
        ...conditions,
      });
      if (response.status === 304) {
        return null;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw new UserError(`Its server answers with ${response.status}.`);
      }
      if (Number(response.headers.get('content-length')) > sizeLimit) {
        await response.body?.cancel();
        throw tooLarge();
      }
      const text = await textOf(response);
      conditions = conditionsFrom(response.headers);
      return text;
    },
  };
}

async function get(url: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, { headers, signal: AbortSignal.timeout(responseTimeout) });
  } catch (error) {
    throw unreachable(error);
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > sizeLimit) {
        throw tooLarge();
      }
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof UserError ? error : unreachable(error);
  }
}

function conditionsFrom(headers: Headers): Record<string, string> {
  const tag = headers.get('etag');
  const date = headers.get('last-modified');
  return { ...(tag ? { 'if-none-match': tag } : {}), ...(date ? { 'if-modified-since': date } : {}) };
}

function unreachable(error: unknown): UserError {
  const { name, message, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  return new UserError(
    name === 'TimeoutError'
      ? `Its server does not answer within ${responseTimeout / 1000} seconds.`
      : `Its server cannot be reached: ${cause?.code ?? message}.`,
  );
}

function withoutPassword(address: string): { url: string; authorization: Record<string, string> } {
  const url = new URL(address);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    url: url.href,
    authorization: username ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {},
  };
}
