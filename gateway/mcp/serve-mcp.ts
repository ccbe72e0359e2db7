import type { Express } from 'express';

import type { handleMcp } from './handle-mcp.js';
import type { Agents } from './mcp-server.js';

/** Serves agents at /mcp. The library is loaded with the first request, so that a start need not wait for it. */
export function serveMcp(app: Express, agents: Agents): void {
  let handle: typeof handleMcp | undefined;
  app.all('/mcp', async (request, response) => {
    handle ??= (await import('./handle-mcp.js')).handleMcp;
    await handle(request, response, agents);
  });
}
