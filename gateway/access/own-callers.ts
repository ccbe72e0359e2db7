import { isIP } from 'node:net';

import type { Config } from '../../platform/config.js';
import type { Middleware } from '../../platform/middleware.js';
import { sendError } from '../request/send-error.js';
import { allowsOrigin, isOwnOrigin } from './access.js';

/**
 * Refuses a request by a name that is not this server's, and one of a page of an origin that may not read answers. A page
 * whose name was made to lead here (DNS rebinding) would else be of the server's own origin. Addresses have no such names.
 */
export function ownCallersOnly({
  host,
  corsOrigins,
  mcpHosts,
}: Pick<Config, 'host' | 'corsOrigins' | 'mcpHosts'>): Middleware {
  const names = new Set(['localhost', host.toLowerCase(), ...mcpHosts]);
  const isOwn = (name: string): boolean =>
    names.has(name) || names.has('*') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  return (request, response, next) => {
    const { host: sent = '', origin } = request.headers;
    const name = URL.canParse(`http://${sent}`) ? new URL(`http://${sent}`).hostname : '';
    if (!isOwn(name)) {
      const message = `This server is not known as ${JSON.stringify(name.slice(0, 100))}. If it is meant to be, its operator adds the name to MCP_HOSTS.`;
      sendError(response, 'FOREIGN_ORIGIN', message);
      return;
    }
    if (origin !== undefined && !isOwnOrigin(origin, sent) && !allowsOrigin(corsOrigins, origin)) {
      sendError(
        response,
        'FOREIGN_ORIGIN',
        'Pages of this origin may not ask here. Its operator allows origins by CORS_ORIGINS.',
      );
      return;
    }
    next();
  };
}
