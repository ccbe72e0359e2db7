import query from '../../../../documents/pages/document-pairings.graphql?raw';
import type { StartDocumentPairingsQuery, StartDocumentPairingsQueryVariables } from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { language, say } from '../language.js';
import { paragraphId } from '../paths.js';
import { pairingLink, programmeLink } from '../records/pairing-table.js';
import { confirmedText, periodText } from '../records/period.js';
import { missingText } from '../records/table.js';
import { stackedTable } from '../stacked-table.js';

type Pairings = NonNullable<StartDocumentPairingsQuery['pairings']>;
type Pairing = Pairings['nodes'][number];
type Place = Pairing['sources'][number];

/** All pairings with their sources, page by page; null while they are not available. */
export async function askPairings(signal: AbortSignal): Promise<readonly Pairing[] | null> {
  const found: Pairing[] = [];
  for (let after: string | null = null; ;) {
    const variables: StartDocumentPairingsQueryVariables = { after, language: language() };
    const { data }: { readonly data: StartDocumentPairingsQuery } = await ask(query, variables, signal);
    if (!data.pairings) {
      return null;
    }
    const { nodes, pageInfo } = data.pairings;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) {
      return found;
    }
    after = pageInfo.endCursor;
  }
}

/** The pairings that a document reports, each with those of its periods that it reports or sets; null where there are none. */
export function pairingsDrawn(id: string, pairings: readonly Pairing[] | null): HTMLElement | null {
  if (!pairings) {
    return missingText('unavailable');
  }
  const lines = pairings.flatMap((pairing) => {
    const periods = pairing.periods.filter(({ basis, sources }) => basis?.id === id || isOf(id, sources));
    const isSource = periods.length > 0 || isOf(id, pairing.sources);
    return isSource ? [{ pairing, periods }] : [];
  });
  if (lines.length === 0) {
    return null;
  }
  const heads = [say('pairing'), say('programme'), say('periods'), say('paragraphs')];
  const rows = lines.map(({ pairing, periods }) => {
    const spans = [...new Set(periods.map(spanWithConfirmation).filter((text) => text !== ''))];
    const paragraphs = paragraphsOf(id, [...pairing.sources, ...periods.flatMap(({ sources }) => sources)]);
    return [
      pairingLink(pairing),
      programmeLink(pairing),
      spans.join(language() === 'EN' ? '; ' : '；'),
      element('span', {}, ...paragraphLinks(paragraphs)),
    ];
  });
  return stackedTable(say('pairingsDrawn'), heads, rows);
}

const spanWithConfirmation = (period: Pairing['periods'][number]): string =>
  [periodText(period), confirmedText(period)].filter(Boolean).join(' · ');

const isOf = (id: string, sources: readonly Place[]): boolean => sources.some(({ document }) => document?.id === id);

function paragraphsOf(id: string, sources: readonly Place[]): number[] {
  const own = sources.flatMap(({ document, paragraph }) => (document?.id === id ? (paragraph ?? []) : []));
  return [...new Set(own)].sort((one, other) => one - other);
}

/** Numbers of paragraphs, each a place that a source may lead to. */
function paragraphLinks(paragraphs: readonly number[]): (HTMLElement | string)[] {
  return paragraphs.flatMap((paragraph, place) => {
    const shown = element('span', { 'data-paragraph': paragraphId(paragraph), tabindex: -1 }, String(paragraph));
    return place > 0 ? [', ', shown] : [shown];
  });
}
