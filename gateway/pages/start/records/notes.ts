import type { Source } from '../answer-parts.js';
import { element } from '../element.js';
import { language, say } from '../language.js';

/** The footnotes of a view: `cite` adds references to them, `list` gives the notes. */
export class Notes {
  readonly #texts: string[] = [];

  /** Content with the numbers of its sources; hovering it or focusing a number shows them in a tooltip. */
  cite(content: Node | string, sources: readonly Source[]): HTMLElement {
    const texts = [...new Set(sources.map(sourceText))];
    const numbers = texts.map((text) => {
      const number = this.#number(text);
      return element('a', { href: `#source-${number}`, 'aria-label': `${say('source')}: ${text}` }, String(number));
    });
    return element(
      'span',
      { class: 'cited', 'data-sources': texts.join('\n') },
      content,
      element('sup', {}, ...numbers),
    );
  }

  /** The section of footnotes; null when nothing was cited. */
  list(): HTMLElement | null {
    if (this.#texts.length === 0) {
      return null;
    }
    const items = this.#texts.map((text, place) => element('li', { id: `source-${place + 1}`, tabindex: -1 }, text));
    return element(
      'section',
      { class: 'notes', 'aria-labelledby': 'notes' },
      element('h2', { id: 'notes' }, say('sources')),
      element('ol', {}, ...items),
    );
  }

  #number(text: string): number {
    const place = this.#texts.indexOf(text);
    return place < 0 ? this.#texts.push(text) : place + 1;
  }
}

function sourceText({ document, paragraph }: Source): string {
  const title = document
    ? language() === 'EN'
      ? (document.titleEn ?? document.title)
      : document.title
    : say('sourceMissing');
  return paragraph === null ? title : say('paragraph', title, paragraph);
}
