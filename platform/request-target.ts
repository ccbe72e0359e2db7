import type { IncomingMessage } from 'node:http';

/**
 * Rewrites the address of a request to a path with its search, as where a client sent a whole address. Says what is wrong
 * with one that is no address of a page or the graph; null where nothing is.
 */
export function rewriteTarget(request: IncomingMessage): string | null {
  const { url = '', headers, httpVersion } = request;
  if (headers.host === undefined && httpVersion === '1.1') {
    return 'The request has no Host header. Send one, such as Host: 127.0.0.1.';
  }
  if (url === '*') {
    return null;
  }
  const target = url.startsWith('/') ? url : pathOf(url);
  if (target === null) {
    return 'The address is neither a path, such as /graphql, nor one with http://, a host and a path.';
  }
  if (/^[^?#]*(?:\/\/|\\)/.test(target)) {
    return 'The address has an empty segment: two slashes in a row, or a backslash. Send one slash, as in /graphql.';
  }
  request.url = target;
  return null;
}

/** The path and search of a whole http(s) address; null for any other text. */
function pathOf(url: string): string | null {
  const [, path] = /^https?:\/\/[^/?#\\]+(.*)$/is.exec(url) ?? [];
  return path === undefined || !URL.canParse(url) ? null : path.startsWith('/') ? path : `/${path}`;
}
