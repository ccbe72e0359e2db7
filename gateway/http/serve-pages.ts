import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Express, Request, RequestHandler, Response } from 'express';

import { projectRoot, type Config } from '../../platform/config.js';
import { setPagePolicy } from '../../platform/security-headers.js';
import { languageOf, type PageLanguage } from '../request/html-page.js';
import type { Execute } from '../tables/execution.js';
import { closedSignal } from '../tables/send-table.js';
import { headOf, unknownHead, withHead, type PageHead } from './page-head.js';
import { PageSubjects, type SubjectKind } from './page-subjects.js';
import { serveAssets } from './serve-assets.js';

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
  '/compare': 'compare',
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
  app.use('/assets', ...serveAssets(join(folder, 'assets')));
  app.get('/graphql', async (request, response, next) => {
    const isPage = explorer !== 'off' && request.accepts(['json', 'html']) === 'html';
    if (isPage && explorer === 'graphiql' && request.query['explorer'] !== 'sandbox') {
      await explorerPage(request, response, next);
      return;
    }
    if (isPage) {
      setPagePolicy(response, 'none');
    }
    next();
  });
  return {
    importPage: startPage((_request, _response, language) => headOf('import', language), false),
    unknownPage: startPage((_request, _response, language) => unknownHead('unknownPage', language), false),
  };
}

type FindHead = (request: Request, response: Response, language: PageLanguage) => PageHead | Promise<PageHead>;

/**
 * Sends the start page, which shows each of its views by the address, with the head of this one. With `?embed` other sites
 * may frame those views that only show.
 */
function startPage(findHead: FindHead, onlyShows = true): RequestHandler {
  const file = join(folder, 'start/index.html');
  return async (request, response) => {
    const html = await readFile(file, 'utf8').catch(() => null);
    if (html === null) {
      sendNotBuilt(response);
      return;
    }
    const language = languageOf(request);
    const head = await findHead(request, response, language);
    setPagePolicy(response, request.query['embed'] !== undefined && onlyShows ? 'embedded' : 'bundled');
    response
      .vary('Accept-Language')
      .set('Cache-Control', 'no-cache')
      .status(head.missing === null ? 200 : 404)
      .type('html');
    response.send(withHead(html, head, language, request.originalUrl));
  };
}

/** Sends the explorer in the language of the reader. Other sites never frame it. */
const explorerPage: RequestHandler = async (request, response) => {
  const html = await readFile(join(folder, 'explorer/index.html'), 'utf8').catch(() => null);
  if (html === null) {
    sendNotBuilt(response);
    return;
  }
  const language = languageOf(request);
  setPagePolicy(response, 'bundled');
  response.vary('Accept-Language').set('Cache-Control', 'no-cache').type('html');
  response.send(withHead(html, headOf('explorerPage', language), language, request.originalUrl));
};

function sendNotBuilt(response: Response): void {
  response.status(503).type('text').send('The pages are not built. Run npm run pages, and load this again.\n');
}
