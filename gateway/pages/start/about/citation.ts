import { language, say } from '../language.js';

/** A page that is cited. */
export interface Cited {
  readonly title: string;
  readonly address: string;
  /** Null where it is not known. */
  readonly version: string | null;
  /** The day on which it was seen, as 2026-11-26. */
  readonly day: string;
}

/** A citation as a line of a list of references. */
export function plainCitation({ title, address, version, day }: Cited): string {
  const data = version === null ? '' : say('citeVersion', version);
  return say('citeLine', title, data, address, day);
}

/** A citation as an entry of BibTeX. */
export function bibtex({ title, address, version, day }: Cited): string {
  const key = `jiedui-${version ?? day.replaceAll('-', '')}`;
  const lines = [
    ['title', `{${escaped(title)}}`],
    ['author', '{Jiedui authors}'],
    ['year', day.slice(0, 4)],
    ['howpublished', `\\url{${address.replaceAll(/[{}\\]/g, encodeURIComponent)}}`],
    ['note', `${version === null ? '' : `Data version ${version}. `}Accessed ${day}`],
    ['language', language() === 'EN' ? 'english' : 'chinese'],
  ];
  return `@misc{${key},\n${lines.map(([name, value]) => `  ${name ?? ''} = {${value ?? ''}}`).join(',\n')}\n}`;
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\{}$&#_%]/g, (character) => `\\${character}`).replaceAll('\\\\', '\\textbackslash{}');
