import { keepLanguage } from '../language.js';

/** An SVG element with attributes and children. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** A link in a picture, with a title that browsers show as a tooltip; `open` shows its page. */
export function svgLink(
  path: string,
  title: string,
  open: (path: string) => void,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Node[]
): SVGAElement {
  const link = svg('a', { href: keepLanguage(path), ...attributes }, svg('title', {}, title), ...children);
  link.addEventListener('click', (event) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      open(path);
    }
  });
  return link;
}

/** Colours that colour-blind readers tell apart (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9'];

/** The colour of the place of something in a row. */
export const colourAt = (place: number): string => colours[place % colours.length] ?? '#777777';

let context: CanvasRenderingContext2D | null | undefined;

/** A text in lines of at most `width` pixels, as the page writes it; a word that is longer alone has its own line. */
export function linesOf(text: string, width: number, fontSize: number): readonly string[] {
  context ??= document.createElement('canvas').getContext('2d');
  if (context) {
    context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`;
  }
  // Chinese breaks between any characters, English at spaces.
  const pieces = text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && (context?.measureText(longer.trimEnd()).width ?? 0) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(piece);
    }
  }
  return lines.map((line) => line.trim());
}
