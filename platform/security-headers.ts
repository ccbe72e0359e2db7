import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';

/** What is not a page may load nothing and be shown in no frame. */
const closed = "default-src 'none'; frame-ancestors 'none'";

/** Nothing from any other host, and no script or style but our files; the editor puts styles into the page. */
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

/** A page that is all in one answer: no script, and a style of its own. */
const selfContained = `${closed}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const policies = { bundled, selfContained, none: null } as const;

const strict = helmet({
  contentSecurityPolicy: false,
  // Whoever ends TLS in front of this says how long the whole host stays with it.
  strictTransportSecurity: false,
  // For plug-ins and browsers that are no more.
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
});

/** Helmet's are the same for every answer: it is asked once. */
const headers = [...headersOf(strict), ['Content-Security-Policy', closed] as const];

/** Puts the headers on every answer that browsers need to be strict. A page then gets a policy of its own. */
export function putSecureHeaders(response: ServerResponse): void {
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
 * Lets a page do what it needs: `bundled` for those of dist/pages, `selfContained` for a page without files, `none`
 * for Apollo Sandbox, which is made of its vendor's scripts.
 */
export function allowPage(response: ServerResponse, kind: keyof typeof policies): void {
  const policy = policies[kind];
  if (policy === null) {
    response.removeHeader('Content-Security-Policy');
  } else {
    response.setHeader('Content-Security-Policy', policy);
  }
}
