import { element } from './element.js';
import { failureOf, type FailureKind } from './failure.js';
import type { Missing } from './graph.js';
import { language, say } from './language.js';
import type { Word } from './words.js';

/** What each subgraph has, by its name. */
const parts: Readonly<Record<string, Word>> = {
  pairings: 'pairingsPart',
  finance: 'financePart',
  labour: 'labourPart',
  training: 'trainingPart',
};

/** Names what is missing from a page, with a button that asks for it again; null when nothing is. */
export function missingNotice({ parts, requestId }: Missing): HTMLElement | null {
  if (parts.length === 0) {
    return null;
  }
  const names = [...new Set(parts.map(({ subgraph }) => partName(subgraph)))].join(language() === 'EN' ? '; ' : '；');
  const codes = parts.map(({ subgraph, code }) => [subgraph, code].filter(Boolean).join(' ')).join(', ');
  return element(
    'div',
    { class: 'notice', role: 'status' },
    element('p', {}, say('missing', names)),
    support(codes, requestId),
    element('p', {}, retryButton()),
  );
}

/** Says that the page's subject does not exist. */
export function unknownNotice(heading: string): HTMLElement {
  return element(
    'div',
    {},
    element('h1', { tabindex: -1 }, heading),
    element('p', {}, say('unknownHelp')),
    element('p', {}, element('a', { href: '/' }, say('home'))),
  );
}

const failures: Readonly<Record<FailureKind, readonly [heading: Word, help: Word]>> = {
  offline: ['offline', 'offlineHelp'],
  unreachable: ['unreachable', 'unreachableHelp'],
  foreign: ['foreign', 'foreignHelp'],
  limited: ['limited', 'limitedHelp'],
  refused: ['refused', 'refusedHelp'],
  slow: ['slow', 'slowHelp'],
  changing: ['changing', 'changingHelp'],
  serverFailed: ['serverFailed', 'serverFailedHelp'],
};

/** What happened, and what to do about it. */
export function failureTexts(error: unknown): { readonly heading: string; readonly help: string } {
  const { kind, details } = failureOf(error);
  const [heading, help] = failures[kind];
  const known = kind === 'limited' ? (details.retryAfter ?? 60) : (details.status ?? '');
  return { heading: say(heading), help: say(help, known) };
}

/** Says why there is no page, with a button that tries again. */
export function failureNotice(error: unknown): HTMLElement {
  const { kind, details } = failureOf(error);
  const { heading, help } = failureTexts(error);
  return element(
    'div',
    { role: 'alert' },
    element('h1', { tabindex: -1 }, heading),
    element('p', {}, help),
    support(details.report, details.requestId),
    // The page may be older than the server that refuses its query.
    element('p', {}, kind === 'refused' ? retryButton('reload') : retryButton()),
  );
}

/** A button that renders the page again, or loads it anew; main.ts listens to it. */
function retryButton(way: 'render' | 'reload' = 'render'): HTMLElement {
  return element('button', { type: 'button', 'data-retry': way }, say('retry'));
}

/** What to quote to who runs the server; null when there is nothing. */
function support(report: string, requestId: string | null): HTMLElement | null {
  const text = [report, requestId && say('request', requestId)].filter(Boolean).join(' · ');
  return text ? element('p', { class: 'quiet support' }, text) : null;
}

function partName(subgraph: string | null): string {
  const part = subgraph === null ? 'anyPart' : parts[subgraph];
  return part ? say(part) : String(subgraph);
}
