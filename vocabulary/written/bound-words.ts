import type { Bound } from '../figure/figure.js';

type Words = readonly (readonly [words: RegExp, bound: Bound | null])[];

/** Words before a number; those with null say nothing of its bound. */
const before: Words = [
  [/^(?:大约|约为|约有|约|大概|about|approx\.?|circa|ca\.?)/, 'ABOUT'],
  [/^(?:将近|接近|近|nearly|almost)/, 'APPROACHING'],
  [/^(?:至少|最少|不少于|不低于|不小于|超过|突破|逾|超|多于|高于|大于|atleast|over|morethan|>=?|≥)/, 'AT_LEAST'],
  [/^(?:至多|最多|不超过|不多于|不高于|不大于|不足|不到|少于|低于|小于|atmost|upto|under|<=?|≤)/, 'AT_MOST'],
  [/^(?:总计|合计|共计|共有|共|达到|达|计|为)/, null],
];
/** Words after a number, with or without its unit. */
const after: Words = [
  [/(?:左右|上下)$/, 'ABOUT'],
  [/(?:及以上|以上|余|多|\+)$/, 'AT_LEAST'],
  [/(?:及以内|以内|之内|及以下|以下|内)$/, 'AT_MOST'],
];

/** A text without the words around its number, and the bounds that they say. */
export function withoutBoundWords(text: string): { readonly text: string; readonly bounds: readonly Bound[] } {
  const bounds: Bound[] = [];
  const without = (from: string, [words, bound]: Words[number]): string => {
    const rest = from.replace(words, '');
    if (rest !== from && bound !== null) {
      bounds.push(bound);
    }
    return rest;
  };
  return { text: [...before.toReversed(), ...before, ...after].reduce(without, text), bounds };
}
