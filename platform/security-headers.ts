import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';

/** For answers that are no pages: nothing may be loaded, no frame may show them. */
const closed = "default-src 'none'; frame-ancestors 'none'";

/** For the pages of dist/pages: our own files only; inline styles, since the editor inserts some. */
const bundled = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For a page of ours that stands in a page of any other site: it has nothing to press that changes anything. */
const embedded = bundled.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** For a page without files: no script, inline styles. */
const selfContained = `${closed}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const policies = { bundled, embedded, selfContained, none: null } as const;

const strict = helmet({
  contentSecurityPolicy: false,
  // Is set by the proxy that terminates TLS.
  strictTransportSecurity: false,
  // For plug-ins and browsers that are obsolete.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
});

/** Helmet's headers are the same for every answer, so they are computed once. */
const headers = [...headersOf(strict), ['Content-Security-Policy', closed] as const];

/** Sets the strict security headers of every answer. Pages then get their own policy by `setPagePolicy`. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of headers) {
    response.setHeader(name, value);
  }
}

function headersOf(middleware: typeof strict): (readonly [name: string, value: string])[] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  middleware(response.req, response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/**
 * Sets the content security policy of a page: `bundled` for those of dist/pages, `embedded` for one of them that other
 * sites may frame, `selfContained` for a page without files, `none` for Apollo Sandbox, which loads its vendor's scripts.
 */
export function setPagePolicy(response: ServerResponse, kind: keyof typeof policies): void {
  const policy = policies[kind];
  if (policy === null) {
    response.removeHeader('Content-Security-Policy');
  } else {
    response.setHeader('Content-Security-Policy', policy);
  }
  if (kind === 'embedded') {
    response.removeHeader('X-Frame-Options');
  }
}
