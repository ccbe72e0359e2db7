import { element } from '../element.js';
import { say } from '../language.js';
import type { ListName } from '../router.js';
import type { View } from '../view.js';
import type { Word } from '../words.js';
import { documentList } from './document-list.js';
import { listView, type Place } from './list-view.js';
import { pairingList } from './pairing-list.js';
import { programmeList } from './programme-list.js';
import { regionList } from './region-list.js';

/** What each list is of, in a sentence. */
const intros = {
  pairings: 'pairingsIntro',
  regions: 'regionsIntro',
  documents: 'documentsIntro',
  programmes: 'programmesIntro',
} as const satisfies Readonly<Record<ListName, Word>>;

/** The page that lists all pairings, regions, documents or programmes. */
export async function listPage(name: ListName, place: Place): Promise<View> {
  const heading = element('h1', { tabindex: -1 }, say(name));
  const intro = element('p', {}, say(intros[name]));
  return { title: say(name), content: [heading, intro, ...(await shown(name, place))] };
}

function shown(name: ListName, place: Place): Promise<HTMLElement[]> {
  switch (name) {
    case 'pairings':
      return listView(pairingList(null), place);
    case 'regions':
      return listView(regionList(), place);
    case 'documents':
      return listView(documentList(), place);
    case 'programmes':
      return listView(programmeList(), place);
  }
}
