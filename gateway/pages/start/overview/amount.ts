import { language } from '../language.js';

/** An amount as a short number: 3.3B, 33亿. */
export function shortAmount(amount: number): string {
  const locale = language() === 'EN' ? 'en' : 'zh-CN';
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(amount);
}
