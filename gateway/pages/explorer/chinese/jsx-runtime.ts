// GraphiQL has its labels in English only. All its elements are made by these functions, for which vite.config.ts puts this file:
// in Chinese they translate what is read or heard, and leave all else.
import * as original from 'original-jsx-runtime';

import { language } from '../words.js';
import { inChinese } from './graphiql-words.js';

export const { Fragment } = original;
export const jsx = language === 'ZH' ? translating(original.jsx) : original.jsx;
export const jsxs = language === 'ZH' ? translating(original.jsxs) : original.jsxs;

/** Properties that are texts for people. */
const texts = ['aria-label', 'label', 'title', 'placeholder'] as const;

type Make = typeof original.jsx;

function translating(make: Make): Make {
  return (type, props, key) => make(type, translated(props as Readonly<Record<string, unknown>>), key);
}

function translated(props: Readonly<Record<string, unknown>>): object {
  const changed: Record<string, unknown> = {};
  for (const name of texts) {
    const value = props[name];
    if (typeof value === 'string') {
      changed[name] = inChinese(value);
    }
  }
  if ('children' in props) {
    changed['children'] = translatedChild(props['children']);
  }
  return { ...props, ...changed };
}

function translatedChild(child: unknown): unknown {
  return typeof child === 'string' ? inChinese(child) : Array.isArray(child) ? child.map(translatedChild) : child;
}
