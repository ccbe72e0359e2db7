import query from '../../../../documents/pages/provision-list.graphql?raw';
import { ProvisionKind } from '../../../../schema/labels.json';
import type {
  ProvisionsFilter,
  StartProvisionListQuery,
  StartProvisionListQueryVariables,
} from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { inEither, language, say } from '../language.js';
import { entriesOf, entryTable } from './entries.js';
import type { Notes } from './notes.js';

/** Provisions; null while they are not available. */
export type Provisions = StartProvisionListQuery['provisions'];

/** Asks for provisions. */
export async function askProvisions(filter: ProvisionsFilter, signal: AbortSignal): Promise<Provisions> {
  const variables: StartProvisionListQueryVariables = { filter, language: language() };
  // The page has the rest without them.
  const answer = await ask<StartProvisionListQuery>(query, variables, signal).catch(() => null);
  return answer?.data.provisions ?? null;
}

/** Agreements, plans, rules and other provisions, with who set them; null where there are none. */
export function provisionSection(provisions: Provisions, notes: Notes): HTMLElement | null {
  const entries = entriesOf(provisions, ({ kind, title, titleEn, issuers }) => ({
    what: [inEither(titleEn, title)?.text, label(ProvisionKind, kind)].filter(Boolean).join(' · '),
    from: issuers,
  }));
  const table = entryTable(say('provisions'), [entries], notes);
  return table && element('section', {}, element('h2', {}, say('provisions')), table);
}
