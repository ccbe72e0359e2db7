import type { Source } from '../answer-parts.js';
import { element } from '../element.js';
import { language, say } from '../language.js';
import { documentPath } from '../paths.js';

/** The footnotes of a view: `cite` adds references to them, `list` gives the notes. */
export class Notes {
  readonly #sources: Source[] = [];

  /** Content with the numbers of its sources; hovering it or focusing a number shows them in a tooltip. */
  cite(content: Node | string, sources: readonly Source[]): HTMLElement {
    const cited = new Map(sources.map((source) => [this.#number(source), sourceText(source)]));
    const numbers = Array.from(cited, ([number, text]) =>
      element('a', { href: `#source-${number}`, 'aria-label': `${say('source')} ${number}: ${text}` }, String(number)),
    );
    return element(
      'span',
      { class: 'cited', 'data-sources': [...cited.values()].join('\n') },
      content,
      element('sup', {}, ...numbers),
    );
  }

  /** The section of footnotes; null when nothing was cited. */
  list(): HTMLElement | null {
    if (this.#sources.length === 0) {
      return null;
    }
    const items = this.#sources.map((source, place) =>
      element('li', { id: `source-${place + 1}`, tabindex: -1 }, sourceNote(source)),
    );
    return element(
      'section',
      { class: 'notes', 'aria-labelledby': 'notes' },
      element('h2', { id: 'notes' }, say('sources')),
      element('ol', {}, ...items),
    );
  }

  /** The number of a source: one for each paragraph. Two unknown documents may be different ones. */
  #number(source: Source): number {
    const place = this.#sources.findIndex(
      ({ document, paragraph }) =>
        document !== null && document.id === source.document?.id && paragraph === source.paragraph,
    );
    return place < 0 ? this.#sources.push(source) : place + 1;
  }
}

function sourceNote(source: Source): HTMLElement | string {
  const { document: cited, paragraph } = source;
  return cited ? element('a', { href: documentPath(cited.id, paragraph) }, sourceText(source)) : sourceText(source);
}

function sourceText({ document, paragraph }: Source): string {
  const title = document
    ? language() === 'EN'
      ? (document.titleEn ?? document.title)
      : document.title
    : say('sourceMissing');
  return paragraph === null ? title : say('paragraph', title, paragraph);
}
