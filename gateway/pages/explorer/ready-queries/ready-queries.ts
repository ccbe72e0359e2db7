/** A named query of documents/ with the question that it answers. */
export interface ReadyQuery {
  readonly name: string;
  readonly question: string;
  readonly asks: Asker | undefined;
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
  .map(({ path, query, expected }) => ({
    name: path.replace(/^.*\/|\.graphql$/g, ''),
    question: questions[expected] ?? path,
    asks: askers[expected],
    query,
    variables: JSON.stringify(variables[expected] ?? {}, null, 2),
  }));
