import { element, present } from '../element.js';
import { say } from '../language.js';
import { copiedText } from './copied-text.js';
import { embedAddress, pageAddress } from './embed.js';
import { asPng, download, standaloneSvg } from './picture.js';
import type { OfferedTable } from './record-tables.js';
import { snippets } from './snippets.js';

/** What a page shows, for those who take it along. Its pictures are found on the page. */
export interface Shown {
  /** The named query that it shows the answer of. */
  readonly name: string;
  readonly variables: object;
  readonly tables?: readonly OfferedTable[];
}

/** Takes what a page shows along: tables, pictures, its address, and lines for other pages and programs. Made when it is opened. */
export function takeAlong(shown: Shown): HTMLElement {
  const details = element('details', { class: 'take' }, element('summary', {}, say('take')));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(...contents(shown));
    }
  });
  return details;
}

function contents({ name, variables, tables = [] }: Shown): (Node | string)[] {
  const pictures = [...document.querySelectorAll<SVGSVGElement>('main svg')].filter((each) => each.clientWidth > 60);
  const address = pageAddress();
  return present([
    tables.length > 0 && heading('takeTables'),
    tables.length > 0 && element('p', { class: 'choices' }, ...tables.map(tableLink)),
    pictures.length > 0 && heading('takePictures'),
    ...pictures.map((picture) => pictureButtons(picture, pictures.length === 1)),
    heading('takeLink'),
    copiedText(say('takeLink'), address),
    heading('takeEmbed'),
    copiedText(say('takeEmbed'), frame()),
    heading('takeCode'),
    ...programs({ name, variables, tables }),
  ]);
}

const heading = (word: Parameters<typeof say>[0]): HTMLElement => element('h3', {}, say(word));

const tableLink = ({ name, path }: OfferedTable): HTMLElement => element('a', { href: path }, name);

/** The lines of HTML that show this page in another. */
function frame(): string {
  const title = document.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const address = embedAddress().replaceAll('&', '&amp;');
  return `<iframe src="${address}" title="${title}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;
}

/** A picture of the page as files; one of several has its caption as a name. */
function pictureButtons(picture: SVGSVGElement, isOnly: boolean): HTMLElement {
  const label = picture.closest('[aria-label]')?.getAttribute('aria-label') ?? '';
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent;
  const name = (isOnly ? null : caption) ?? say('takeThePicture');
  const state = element('span', { class: 'quiet', role: 'status' });
  const button = (format: string, make: (svg: string) => Promise<Blob>): HTMLElement => {
    const made = element('button', { type: 'button' }, say('takePicture', name, format));
    made.addEventListener('click', () => {
      const source = `${document.title} · ${pageAddress()}`;
      make(standaloneSvg(picture, source)).then(
        (file) => {
          download(
            file,
            `${location.pathname.replaceAll('/', '-').replace(/^-+|-+$/g, '') || 'jiedui'}.${format.toLowerCase()}`,
          );
        },
        () => {
          state.textContent = say('takeNoPicture');
        },
      );
    });
    return made;
  };
  return element(
    'p',
    { class: 'choices', title: label },
    button('SVG', (svg) => Promise.resolve(new Blob([svg], { type: 'image/svg+xml' }))),
    button('PNG', asPng),
    state,
  );
}

function programs({ name, variables, tables = [] }: Shown): HTMLElement[] {
  const asked = {
    server: location.origin,
    name,
    variables: { ...variables } as Readonly<Record<string, unknown>>,
    csv: tables[0]?.path ?? null,
  };
  return [
    ...snippets(asked).map(({ language: program, code }) =>
      element('details', { class: 'program' }, element('summary', {}, program), copiedText(program, code)),
    ),
    element('p', { class: 'quiet' }, say('takeCors')),
  ];
}
