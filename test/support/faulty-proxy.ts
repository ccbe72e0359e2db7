import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy does with a request instead of passing it on. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A fault that answers with a text as JSON. */
export const answersWith =
  (text: string): Fault =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  };

/** A fault that never answers. */
export const hangs: Fault = () => undefined;

/** The answer to a fetch. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

/** A server in front of a subgraph, which passes requests on until it is told to do something else. */
export interface FaultyProxy {
  readonly url: string;
  /** Bodies of the fetches that came, in order; questions for the data version are not among them. */
  readonly requests: readonly string[];
  /** Headers of the fetches that came, in order. */
  readonly headers: readonly IncomingMessage['headers'][];
  fault: Fault | null;
  /** What becomes of the answers to fetches, each with the body of its fetch; null leaves them as they are. */
  change: ((answer: Answer, body: string) => Answer) | null;
  readonly stop: () => Promise<void>;
}

/** Starts a proxy in front of the subgraph at a URL. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const isFetch = request.method === 'POST';
    if (isFetch) {
      requests.push(body);
      headers.push(request.headers);
    }
    if (proxy.fault) {
      proxy.fault(request, response, body);
      return;
    }
    const passed = isFetch
      ? await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      : await fetch(new URL(request.url ?? '/', target));
    response.writeHead(passed.status, { 'content-type': 'application/json' });
    const text = await passed.text();
    response.end(isFetch && proxy.change ? JSON.stringify(proxy.change(JSON.parse(text) as Answer, body)) : text);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    headers,
    fault: null,
    change: null,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return proxy;
}

/** What a fetch, of which this is the body, calls a field in the answer. */
export function nameAsked(body: string, field: string): string {
  const { query } = JSON.parse(body) as { readonly query: string };
  return new RegExp(`(?:(\\w+): ?)?\\b${field}\\b`).exec(query)?.[1] ?? field;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
  }
  return text;
}
