type Convert = (text: string) => string;

let convert: Promise<Convert> | undefined;

/** Variants that the tables convert to no simplified character of today: those of Hong Kong, and old ones in names. */
const variants: Readonly<Record<string, string>> = { 衞: '卫', 敍: '叙', 濬: '浚', 澂: '澄', 甯: '宁', 堃: '坤' };
const anyVariant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/** Names that keep a character which is traditional elsewhere: 乾县, 於潜. */
const kept = /(乾(?=[安县縣州])|於(?=[潜潛]))/u;

/**
 * Converts traditional to simplified Chinese characters; what is simplified, or of another script, stays. The tables are
 * loaded at the first call with Chinese characters.
 */
export async function simplified(text: string): Promise<string> {
  return /\p{Script=Han}/u.test(text) ? (await loadSimplified())(text) : text;
}

/** Loads the tables, and gives the conversion. */
export async function loadSimplified(): Promise<Convert> {
  convert ??= import('opencc-js/t2cn').then(({ Converter }) => Converter({ from: 't', to: 'cn' }) as Convert);
  const toSimplified = await convert;
  return (text) => (/\p{Script=Han}/u.test(text) ? convertedBy(toSimplified, text) : text);
}

function convertedBy(toSimplified: Convert, text: string): string {
  const plain = text.normalize('NFKC').replace(anyVariant, (each) => variants[each] ?? each);
  // Every second piece is a kept character.
  return plain
    .split(kept)
    .map((piece, place) => (place % 2 === 1 ? piece : toSimplified(piece)))
    .join('');
}
