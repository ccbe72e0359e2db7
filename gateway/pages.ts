import { existsSync } from 'node:fs';
import { join } from 'node:path';

import express, { type Express, type RequestHandler, type Response } from 'express';

import { projectRoot, type Config } from '../platform/config.js';

const folder = join(projectRoot, 'dist/pages');

/** Nothing from any other host, and no script or style but our files; the editor puts styles into the page. */
const policy = [
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

/**
 * Serves the start page at /, its parts below it, and to browsers the explorer at /graphql. Apollo Sandbox, which Apollo
 * Server serves, is at /graphql?explorer=sandbox beside it.
 */
export function servePages(app: Express, explorer: Config['explorer']): void {
  app.get(['/', '/regions/:id', '/pairings/:id'], page('start'));
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  if (explorer === 'graphiql') {
    const show = page('explorer');
    app.get('/graphql', (request, response, next) => {
      const isSandbox = request.query['explorer'] === 'sandbox';
      if (request.accepts(['json', 'html']) === 'html' && !isSandbox) {
        show(request, response, next);
      } else {
        next();
      }
    });
  }
}

function page(name: 'start' | 'explorer'): RequestHandler {
  const file = join(folder, name, 'index.html');
  return (_request, response: Response) => {
    if (!existsSync(file)) {
      response.status(503).type('text').send('The pages are not built. Run npm run pages, and load this again.\n');
      return;
    }
    response.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    });
    response.sendFile(file);
  };
}
