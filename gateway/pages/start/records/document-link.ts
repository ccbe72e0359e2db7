import { element } from '../element.js';
import { language, nameOf } from '../language.js';
import { documentPath } from '../paths.js';

/** A document with its number, as a link to its page. */
export function documentLink({
  id,
  title,
  titleEn,
  number,
}: {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly number: string | null;
}): HTMLElement {
  const name = nameOf({ name: title, nameEn: titleEn });
  const text = number === null ? name : language() === 'EN' ? `${name} (${number})` : `${name}（${number}）`;
  return element('a', { href: documentPath(id) }, text);
}
