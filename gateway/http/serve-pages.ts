import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import express, { type Express, type Request, type RequestHandler, type Response } from 'express';

import { projectRoot, type Config } from '../../platform/config.js';
import { setPagePolicy } from '../../platform/security-headers.js';
import type { PageLanguage } from '../documents/html.js';
import { languageOf } from '../documents/pages.js';
import type { Execute } from '../tables/execution.js';
import { closedSignal } from '../tables/send-table.js';
import { headOf, unknownHead, withHead, type PageHead } from './page-head.js';
import { PageSubjects, type SubjectKind } from './page-subjects.js';

const folder = join(projectRoot, 'dist/pages');

/** The addresses of pages with a subject of their own. */
const subjects: Readonly<Record<string, SubjectKind>> = {
  '/regions/:id': 'region',
  '/pairings/:id': 'pairing',
  '/documents/:id': 'document',
  '/programmes/:id': 'programme',
  '/organisations/:id': 'organisation',
};

/** The other addresses. */
const others = {
  '/': 'overview',
  '/pairings': 'pairings',
  '/regions': 'regions',
  '/documents': 'documents',
  '/programmes': 'programmes',
  '/about': 'about',
} as const;

/** Pages that are served elsewhere. */
export interface ServedPages {
  readonly importPage: RequestHandler;
  /** Answers a browser at an address that is none. */
  readonly unknownPage: RequestHandler;
}

/**
 * Serves the start page at each of its addresses, its assets, and to browsers the explorer at /graphql. Apollo Sandbox, which
 * Apollo Server serves, is at /graphql?explorer=sandbox. `executeFor` asks the graph what a page is about.
 */
export function servePages(
  app: Express,
  explorer: Config['explorer'],
  executeFor: (request: Request, response: Response) => Execute,
): ServedPages {
  const named = new PageSubjects();
  for (const [path, kind] of Object.entries(subjects)) {
    app.get(
      path,
      startPage((request, response, language) =>
        named.headOf(
          kind,
          String(request.params['id']),
          language,
          executeFor(request, response),
          closedSignal(response),
        ),
      ),
    );
  }
  for (const [path, name] of Object.entries(others)) {
    app.get(
      path,
      startPage((_request, _response, language) => headOf(name, language)),
    );
  }
  app.use('/assets', allowBundled, express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.get('/graphql', (request, response, next) => {
    const isPage = explorer !== 'off' && request.accepts(['json', 'html']) === 'html';
    if (isPage && explorer === 'graphiql' && request.query['explorer'] !== 'sandbox') {
      explorerPage(request, response, next);
      return;
    }
    if (isPage) {
      setPagePolicy(response, 'none');
    }
    next();
  });
  return {
    importPage: startPage((_request, _response, language) => headOf('import', language)),
    unknownPage: startPage((_request, _response, language) => unknownHead('unknownPage', language)),
  };
}

/** Workers among the assets have the content security policy of their own response. */
const allowBundled: RequestHandler = (_request, response, next) => {
  setPagePolicy(response, 'bundled');
  next();
};

type FindHead = (request: Request, response: Response, language: PageLanguage) => PageHead | Promise<PageHead>;

/** Sends the start page, which shows each of its views by the address, with the head of this one. */
function startPage(findHead: FindHead): RequestHandler {
  const file = join(folder, 'start/index.html');
  return async (request, response) => {
    const html = await readFile(file, 'utf8').catch(() => null);
    if (html === null) {
      sendNotBuilt(response);
      return;
    }
    const language = languageOf(request);
    const head = await findHead(request, response, language);
    setPagePolicy(response, 'bundled');
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'no-cache')
      .status(head.missing === null ? 200 : 404)
      .type('html');
    response.send(withHead(html, head, language, request.originalUrl));
  };
}

const explorerPage: RequestHandler = (_request, response) => {
  const file = join(folder, 'explorer/index.html');
  if (existsSync(file)) {
    setPagePolicy(response, 'bundled');
    response.set('Cache-Control', 'no-cache').sendFile(file);
  } else {
    sendNotBuilt(response);
  }
};

function sendNotBuilt(response: Response): void {
  response.status(503).type('text').send('The pages are not built. Run npm run pages, and load this again.\n');
}
