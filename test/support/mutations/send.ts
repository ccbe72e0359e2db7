import { request, type Agent } from 'node:http';
import { text } from 'node:stream/consumers';

import type { MutatedRequest } from './request.js';

/** The response, or the code with which the connection ended before one. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly type: string; readonly text: string }
  | { readonly kind: 'closed'; readonly code: string };

/** Sends a request as it is, also where HTTP does not allow it. */
export async function send(
  url: string,
  { method, path, headers, body, isFramed }: MutatedRequest,
  agent: Agent,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const length = 'content-length' in headers || method === 'GET' ? {} : { 'content-length': body.length };
    const sent = request({
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...length },
      ...(isFramed ? { agent } : { agent: false }),
    });
    const close = (error: NodeJS.ErrnoException): void => {
      resolve({ kind: 'closed', code: error.code ?? error.message });
    };
    sent.once('error', close);
    sent.once('response', (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      text(response).then((found) => {
        resolve({ kind: 'answer', status, type: answered['content-type'] ?? '', text: found });
        sent.destroy();
      }, close);
    });
    sent.end(body);
    if (!isFramed) {
      // A client that announces more bytes than it sends.
      sent.once('finish', () => sent.socket?.end());
    }
  });
}
