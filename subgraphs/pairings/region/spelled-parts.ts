import { plainChinese } from '../../../platform/import/written/folded.js';
import { folded } from '../../../platform/text-index.js';

/** A name and those of regions above it, each folded. */
export interface SpelledName {
  readonly name: string;
  readonly above: readonly string[];
}

/** The longest text that is taken apart into names without a sign between them. */
const longestJoined = 40;

/** The ways to read a text: 西湖区 @ 杭州, 浙江省 西湖区, 西湖区（杭州市）, 浙江省杭州市西湖区. */
export function spelledNames(text: string, isName: (part: string) => boolean): readonly SpelledName[] {
  const plain = plainChinese(text).replaceAll('（', '(');
  const whole = folded(plain);
  const [, inner = '', bracket] = /^([^()]+)\(([^()]+)\)$/.exec(plain) ?? [];
  if (bracket !== undefined) {
    return [{ name: folded(inner), above: parts(bracket) }];
  }
  if (plain.includes('@')) {
    const [name = '', ...above] = plain.split('@').map(folded);
    return [{ name, above }];
  }
  if (isName(whole)) {
    return [{ name: whole, above: [] }];
  }
  const separated = parts(plain);
  if (separated.length > 1) {
    const [first = '', ...rest] = separated;
    const last = separated.at(-1) ?? '';
    return [
      { name: last, above: separated.slice(0, -1) },
      { name: first, above: rest },
    ];
  }
  return joinedNames(whole, isName);
}

const parts = (text: string): readonly string[] =>
  text
    // Names in English have spaces and hyphens in them.
    .split(/[a-z]/i.test(text) ? /\s*[/>,]+\s*/ : /[\s/>·,、-]+/)
    .map(folded)
    .filter((part) => part !== '');

/** All texts that may be names in a text. */
export function partsToLookUp(text: string): readonly string[] {
  const plain = plainChinese(text);
  const whole = folded(plain);
  const pieces = [whole, ...parts(plain.replace(/[()@]/g, ' '))];
  const characters = Array.from(whole);
  if (characters.length <= longestJoined && /^\p{Script=Han}+$/u.test(whole)) {
    for (let start = 0; start < characters.length; start += 1) {
      for (let end = start + 2; end <= characters.length; end += 1) {
        pieces.push(characters.slice(start, end).join(''));
      }
    }
  }
  return [...new Set(pieces)];
}

/** The ways to part a text into names: the last is what is meant, those before are above it. */
function joinedNames(text: string, isName: (part: string) => boolean): readonly SpelledName[] {
  const ways = (rest: string): readonly (readonly string[])[] => {
    const characters = Array.from(rest);
    const found: (readonly string[])[] = [];
    for (let end = 2; end <= characters.length; end += 1) {
      const part = characters.slice(0, end).join('');
      const after = characters.slice(end).join('');
      if (isName(part)) {
        found.push(...(after === '' ? [[part]] : ways(after).map((each) => [part, ...each])));
      }
    }
    return found.slice(0, mostWays);
  };
  return Array.from(text).length > longestJoined
    ? []
    : ways(text).map((names) => ({ name: names.at(-1) ?? '', above: names.slice(0, -1) }));
}

const mostWays = 50;
