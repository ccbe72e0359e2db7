import type { Express } from 'express';

import type { Agents } from './mcp-server.js';

/** Serves agents at /mcp. The library is loaded with the first request, so that a start need not wait for it. */
export function serveMcp(app: Express, agents: Agents): void {
  app.all('/mcp', async (request, response) => {
    const { handleMcp } = await import('./handle-mcp.js');
    await handleMcp(request, response, agents);
  });
}
