import type { LabelLanguage } from '../enum-label.js';

/** A text for people in both languages; a plain one is the same in both. */
export type Message = string | { readonly en: string; readonly zh: string };

/** A text in English and in Chinese. */
export const say = (en: string, zh: string): Message => ({ en, zh });

/** The text of a message in a language. */
export const inLanguage = (message: Message, language: LabelLanguage): string =>
  typeof message === 'string' ? message : language === 'ZH' ? message.zh : message.en;

export const inEnglish = (message: Message): string => inLanguage(message, 'EN');
export const inChinese = (message: Message): string => inLanguage(message, 'ZH');
