import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { Request } from 'express';

import { requestError } from '../../platform/errors.js';

/** A request to the graph. */
export interface GraphRequest extends IncomingMessage {
  /** Its body, decompressed; undefined where it has none. */
  readonly body?: Buffer;
  /** Equal for requests that have the same answer; null where the answer may not be cached. */
  requestKey?: string | null;
}

/** The headers that an answer may depend on, beside those that are forwarded. */
const keyHeaders = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** The key of a request to a graph, with these headers forwarded; null where the answer may not be cached. */
export function requestKeyOf(
  { method, url, headers, body }: GraphRequest,
  graph: string,
  forwarded: object,
): string | null {
  const mayBeCached = method === 'GET' || method === 'HEAD' || (method === 'POST' && body !== undefined);
  if (!mayBeCached || headers['apollo-query-plan-experimental'] !== undefined) {
    return null;
  }
  const values = keyHeaders.map((name) => headers[name] ?? '').join('\n');
  const text = `${graph}\n${method}\n${url}\n${values}\n${JSON.stringify(forwarded)}\n`;
  return hash('sha256', body ? Buffer.concat([Buffer.from(text), body]) : text, 'base64');
}

/** The body, parsed as JSON; undefined where there is none, or it has another content type. */
export function readJson(request: Request): unknown {
  const { body } = request as GraphRequest;
  if (!body?.length || request.is('application/json') === false) {
    return undefined;
  }
  if (!isUtf8(body)) {
    throw requestError('BODY_NOT_READABLE', 'The body has bytes that are not UTF-8. Send JSON in UTF-8.');
  }
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    throw requestError('BODY_NOT_READABLE', 'The body is not JSON. Send {"query": "…", "variables": {…}}.', {
      originalError: cause as Error,
    });
  }
}

/** The search of an address as Apollo Server reads it: a parameter that is given empty counts as left out. */
export function searchOf(url: string): string {
  const [search = ''] = /\?[^#]*/.exec(url) ?? [];
  if (!/[?&](?:variables|operationName|extensions)=?(?:&|$)/.test(search)) {
    return search;
  }
  const parameters = [...new URLSearchParams(search)].filter(([name, value]) => value !== '' || name === 'query');
  return `?${new URLSearchParams(parameters).toString()}`;
}
