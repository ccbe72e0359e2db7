import { element } from './element.js';
import type { Missing } from './graph.js';
import { say } from './language.js';
import { missingNotice } from './notices.js';

/** The content of a page below the header, and the title of its window. */
export interface View {
  readonly title: string;
  readonly content: readonly (Node | string)[];
}

/** The view when the page's subject is missing from the answer. */
export function unavailableView(missing: Missing): View {
  const heading = element('h1', { tabindex: -1 }, say('subjectMissing'));
  const notice = missingNotice(missing);
  return { title: say('subjectMissing'), content: notice ? [heading, notice] : [heading] };
}
