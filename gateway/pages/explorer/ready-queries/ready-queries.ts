import { language } from '../words.js';
import chinese from './questions.zh.json';

/** A named query of documents/ with the question that it answers. */
export interface ReadyQuery {
  readonly name: string;
  /** In the language of the page; in English where nobody wrote it in Chinese. */
  readonly question: string;
  readonly lang: 'en' | 'zh-CN';
  readonly asks: Asker | undefined;
  /** The folder of documents/ that it is in; empty for documents/ itself. */
  readonly folder: string;
  readonly query: string;
  /** As indented JSON. */
  readonly variables: string;
}

/** The kind of user who asks a question. */
export type Asker = 'frontend' | 'analyst' | 'officer' | 'agent';

const queries = import.meta.glob<string>('../../../../documents/**/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});
// Imported by property, so that the expected answers, which are long, stay out of the bundle.
const questions = import.meta.glob<string>('../../../../documents/**/*.json', { eager: true, import: 'question' });
const askers = import.meta.glob<Asker>('../../../../documents/**/*.json', { eager: true, import: 'asks' });
const numbers = import.meta.glob<number>('../../../../documents/{questions,nation}/*.json', {
  eager: true,
  import: 'number',
});
const variables = import.meta.glob<object>('../../../../documents/**/*.json', { eager: true, import: 'variables' });

/** The questions on the nation come after those on the articles. */
const placeOf = (path: string): number => (numbers[path] ?? 0) + (path.includes('/nation/') ? 1000 : 0);

/** All named queries at build time, in the order of their numbers. */
export const readyQueries: readonly ReadyQuery[] = Object.entries(queries)
  .map(([path, query]) => ({ path, query, expected: path.replace(/graphql$/, 'json') }))
  .sort((one, other) => placeOf(one.expected) - placeOf(other.expected))
  .map(({ path, query, expected }) => {
    const name = path.replace(/^.*\/|\.graphql$/g, '');
    const translated = language === 'ZH' ? (chinese as Readonly<Record<string, string>>)[name] : undefined;
    return {
      name,
      question: translated ?? questions[expected] ?? path,
      lang: translated === undefined ? 'en' : 'zh-CN',
      asks: askers[expected],
      folder: /documents\/(?:([^/]+)\/)?[^/]+$/.exec(path)?.[1] ?? '',
      query,
      variables: JSON.stringify(variables[expected] ?? {}, null, 2),
    };
  });
