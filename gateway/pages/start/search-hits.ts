import query from '../../../documents/pages/search.graphql?raw';
import { SearchKind, SearchMatch } from '../../../schema/labels.json';
import type { StartSearchQuery, StartSearchQueryVariables } from '../generated/graphql.js';
import { element } from './element.js';
import { ask } from './graph.js';
import { label } from './labels.js';
import { language, nameOf } from './language.js';
import { documentPath, organisationPath, programmePath } from './paths.js';
import { regionPath } from './records/entries.js';
import { pairingPath } from './records/pairing-table.js';

type Hit = NonNullable<StartSearchQuery['search']>[number];
type Node = NonNullable<Hit['node']>;
type Sources = Extract<Node, { __typename: 'Provision' }>['sources'];

/** What a search found: its name, its page, and its kind with what tells it from others. */
export interface SearchHit {
  readonly name: string;
  readonly href: string;
  readonly about: HTMLElement;
}

/** What is like a text, the best first; null while the search is not available. */
export async function searchFor(text: string, signal: AbortSignal): Promise<readonly SearchHit[] | null> {
  const variables: StartSearchQueryVariables = { text, language: language() };
  const { data } = await ask<StartSearchQuery>(query, variables, signal);
  return data.search?.flatMap((hit) => hitOf(hit) ?? []) ?? null;
}

/** Null for a hit without a page. */
function hitOf(hit: Hit): SearchHit | null {
  const { node, matched } = hit;
  const found = node && pageOf(node, matched);
  return found && { ...found, about: aboutOf(hit) };
}

/** The kind of a hit, the regions above it, and the former name or code that was found. */
function aboutOf({ kind, path, matched, matchedAs }: Hit): HTMLElement {
  const former = matchedAs.startsWith('FORMER');
  const where = path.map(nameOf).join(' › ');
  const parts = [label(SearchKind, kind), where, former && `${label(SearchMatch, matchedAs)} `].filter(Boolean);
  const isChinese = /\p{Script=Han}/u.test(matched);
  return element(
    'span',
    { class: 'quiet' },
    parts.join(' · '),
    former && element('span', { lang: isChinese ? 'zh-CN' : null }, matched),
  );
}

/** The page of what was found, and its name there. A provision or project is on the page of its pairing, place or document. */
function pageOf(node: Node, matched: string): { readonly name: string; readonly href: string } | null {
  switch (node.__typename) {
    case 'Region':
      return { name: `${node.name} ${node.nameEn ?? ''}`, href: regionPath(node.id) };
    case 'Pairing':
      return { name: `${node.donor.label} → ${node.recipient.label}`, href: pairingPath(node.id) };
    case 'Programme':
      return { name: nameOf(node), href: programmePath(node.id) };
    case 'Document':
      return { name: [titleOf(node), node.number].filter(Boolean).join(' '), href: documentPath(node.id) };
    case 'Organisation':
      return { name: nameOf(node), href: organisationPath(node.id) };
    case 'Provision': {
      const [pairing] = node.pairings ?? [];
      return at(titleOf(node), sourcePath(node.sources) ?? (pairing ? pairingPath(pairing.id) : null));
    }
    case 'Project': {
      const [pairing] = node.pairings ?? [];
      const name = node.projectTitle
        ? titleOf({ title: node.projectTitle, titleEn: node.titleEn })
        : (node.titleEn ?? matched);
      return at(name, pairing ? pairingPath(pairing.id) : node.place && regionPath(node.place.id));
    }
  }
}

const at = (name: string, href: string | null): { readonly name: string; readonly href: string } | null =>
  href === null ? null : { name, href };

const titleOf = ({ title, titleEn }: { readonly title: string; readonly titleEn: string | null }): string =>
  nameOf({ name: title, nameEn: titleEn });

function sourcePath(sources: Sources): string | null {
  const [source] = sources;
  return source?.document ? documentPath(source.document.id, source.paragraph) : null;
}
