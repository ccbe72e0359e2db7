/** A named query with the question it answers. */
export interface ReadyQuery {
  readonly name: string;
  readonly question: string;
  readonly asks: Asker | undefined;
  readonly query: string;
  /** As indented JSON. */
  readonly variables: string;
}

/** Who asks a question. */
export type Asker = 'frontend' | 'analyst' | 'officer';

const queries = import.meta.glob<string>('../../../../documents/**/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});
// Each part by its name, so that the answers, which are long, stay out of the bundle.
const questions = import.meta.glob<string>('../../../../documents/**/*.json', { eager: true, import: 'question' });
const askers = import.meta.glob<Asker>('../../../../documents/**/*.json', { eager: true, import: 'asks' });
const numbers = import.meta.glob<number>('../../../../documents/questions/*.json', { eager: true, import: 'number' });
const variables = import.meta.glob<object>('../../../../documents/**/*.json', { eager: true, import: 'variables' });

/** All named queries, in the order of their numbers, as they are when the page is built. */
export const readyQueries: readonly ReadyQuery[] = Object.entries(queries)
  .map(([path, query]) => ({ path, query, expected: path.replace(/graphql$/, 'json') }))
  .sort((one, other) => (numbers[one.expected] ?? 0) - (numbers[other.expected] ?? 0))
  .map(({ path, query, expected }) => ({
    name: path.replace(/^.*\/|\.graphql$/g, ''),
    question: questions[expected] ?? path,
    asks: askers[expected],
    query,
    variables: JSON.stringify(variables[expected] ?? {}, null, 2),
  }));
