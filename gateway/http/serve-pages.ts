import { existsSync } from 'node:fs';
import { join } from 'node:path';

import express, { type Express, type RequestHandler, type Response } from 'express';

import { projectRoot, type Config } from '../../platform/config.js';
import { setPagePolicy } from '../../platform/security-headers.js';

const folder = join(projectRoot, 'dist/pages');

/**
 * Serves the start page at /, its assets, and to browsers the explorer at /graphql. Apollo Sandbox, which Apollo Server
 * serves, is at /graphql?explorer=sandbox.
 */
export function servePages(app: Express, explorer: Config['explorer']): void {
  app.get(['/', '/regions/:id', '/pairings/:id'], startPage);
  app.use('/assets', allowBundled, express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  const show = page('explorer');
  app.get('/graphql', (request, response, next) => {
    const isPage = explorer !== 'off' && request.accepts(['json', 'html']) === 'html';
    if (isPage && explorer === 'graphiql' && request.query['explorer'] !== 'sandbox') {
      show(request, response, next);
      return;
    }
    if (isPage) {
      setPagePolicy(response, 'none');
    }
    next();
  });
}

/** Workers among the assets have the content security policy of their own response. */
const allowBundled: RequestHandler = (_request, response, next) => {
  setPagePolicy(response, 'bundled');
  next();
};

function page(name: 'start' | 'explorer'): RequestHandler {
  const file = join(folder, name, 'index.html');
  return (_request, response: Response) => {
    if (!existsSync(file)) {
      response.status(503).type('text').send('The pages are not built. Run npm run pages, and load this again.\n');
      return;
    }
    setPagePolicy(response, 'bundled');
    response.set('Cache-Control', 'no-cache');
    response.sendFile(file);
  };
}

/** Sends the start page, which shows each of its views by the address. */
export const startPage = page('start');
