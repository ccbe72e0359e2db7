import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';
import type { PageName } from '../../platform/page-names.js';
import type { PageLanguage } from '../request/html-page.js';
import type { Execute } from '../tables/execution.js';
import { generalHead, subjectHead, unknownHead, type PageHead } from './page-head.js';

/** What a page may be about, and what it is where there is none with its id. */
const unknown = {
  region: 'unknownRegion',
  pairing: 'unknownPairing',
  document: 'unknownDocument',
  programme: 'unknownProgramme',
  organisation: 'unknownOrganisation',
} as const satisfies Readonly<Record<string, PageName>>;

export type SubjectKind = keyof typeof unknown;

/** Milliseconds that a page waits for its subject. */
export const subjectTimeout = 1_000;

/** How many pages may wait for their subjects at once; others are sent without. */
const mostWaiting = 32;

/** Characters that an id may have to be asked for. */
const longestId = 200;

interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

interface Subjects {
  readonly region?: (Named & { readonly ancestors: readonly Named[] }) | null;
  readonly pairing?: {
    readonly donor: { readonly label: string };
    readonly recipient: { readonly label: string };
    readonly programme: Named | null;
  } | null;
  readonly document?: {
    readonly title: string;
    readonly titleEn: string | null;
    readonly number: string | null;
  } | null;
  readonly programme?: Named | null;
  readonly organisation?: Named | null;
}

/** Asks the graph what pages are about. A page never fails, nor waits long, for want of an answer. */
export class PageSubjects {
  private waiting = 0;
  private query: string | undefined;

  /** The head of a page about a subject; the general one where the graph does not answer in time. */
  async headOf(
    kind: SubjectKind,
    id: string,
    language: PageLanguage,
    execute: Execute,
    signal: AbortSignal,
  ): Promise<PageHead> {
    if (id.length > longestId) {
      return unknownHead(unknown[kind], language, `${id.slice(0, longestId)}…`);
    }
    if (this.waiting >= mostWaiting) {
      return generalHead(language);
    }
    this.waiting += 1;
    try {
      this.query ??= readFileSync(join(projectRoot, 'documents/pages/subject.graphql'), 'utf8');
      const variables = { id, language: language === 'zh' ? 'ZH' : 'EN', [kind]: true };
      const { data } = await execute({ query: this.query, variables }, signal);
      return known(kind, data as Subjects, language) ?? unknownHead(unknown[kind], language, id);
    } catch {
      return generalHead(language);
    } finally {
      this.waiting -= 1;
    }
  }
}

/** Null where there is no such subject. */
function known(
  kind: SubjectKind,
  { region, pairing, document, programme, organisation }: Subjects,
  language: PageLanguage,
): PageHead | null {
  const nameOf = ({ name, nameEn }: Named): string => (language === 'en' ? (nameEn ?? name) : name);
  const inBrackets = (text: string): string => (language === 'en' ? ` (${text})` : `（${text}）`);
  if (region) {
    const above = region.ancestors.map(nameOf).join(language === 'en' ? ', ' : '');
    return subjectHead(kind, language, nameOf(region), above === '' ? '' : inBrackets(above));
  }
  if (pairing) {
    const { donor, recipient } = pairing;
    const programmeName = pairing.programme ? inBrackets(nameOf(pairing.programme)) : '';
    return subjectHead(kind, language, `${donor.label} → ${recipient.label}`, programmeName);
  }
  if (document) {
    const title = nameOf({ name: document.title, nameEn: document.titleEn });
    return subjectHead(kind, language, title, document.number === null ? '' : inBrackets(document.number));
  }
  const named = programme ?? organisation;
  return named ? subjectHead(kind, language, nameOf(named)) : null;
}
