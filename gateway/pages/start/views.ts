import { aboutPage } from './about/about-page.js';
import { comparePage } from './compare/compare-page.js';
import { documentPage } from './documents/document-page.js';
import { importPage } from './import/import-page.js';
import { lastPart } from './links.js';
import { listPage } from './lists/list-page.js';
import type { Place } from './lists/list-view.js';
import { noSuchPage } from './no-such-page.js';
import { failureNotice, failureTexts } from './notices.js';
import { organisationPage } from './organisation-page.js';
import { overviewPage } from './overview/overview-page.js';
import { pairingPage } from './pairing-page.js';
import { programmePage } from './programme-page.js';
import { regionPage } from './region-page.js';
import type { Route } from './router.js';
import type { View } from './view.js';

/** The view of a route; of a failure where there is none. */
export async function viewOf(route: Route | null, place: Place, open: (path: string) => void): Promise<View> {
  const { signal } = place;
  try {
    switch (route?.kind) {
      case 'overview':
        return await overviewPage(place, open);
      case 'region':
        return await regionPage(route.id, signal);
      case 'pairing':
        return await pairingPage(route.id, signal);
      case 'document':
        return await documentPage(route.id, signal);
      case 'programme':
        return await programmePage(route.id, place);
      case 'organisation':
        return await organisationPage(route.id, signal);
      case 'list':
        return await listPage(route.name, place);
      case 'about':
        return await aboutPage(signal);
      case 'compare':
        return await comparePage(place);
      case 'import':
        return importPage();
      default:
        return await noSuchPage('unknownPage', lastPart(location.pathname), signal);
    }
  } catch (error) {
    return { title: failureTexts(error).heading, content: [failureNotice(error)] };
  }
}
