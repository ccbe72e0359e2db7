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
export type Asker = 'frontend' | 'analyst' | 'officer';

const queries = import.meta.glob<string>('../../../../documents/**/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});
// Imported by property, so that the expected answers, which are long, stay out of the bundle.
const questions = import.meta.glob<string>('../../../../documents/**/*.json', { eager: true, import: 'question' });
const askers = import.meta.glob<Asker>('../../../../documents/**/*.json', { eager: true, import: 'asks' });
const variables = import.meta.glob<object>('../../../../documents/**/*.json', { eager: true, import: 'variables' });

/** All queries of documents/ at build time. */
export const readyQueries: readonly ReadyQuery[] = Object.entries(queries).map(([path, query]) => {
  const expected = path.replace(/graphql$/, 'json');
  return {
    name: path.replace(/^.*\/|\.graphql$/g, ''),
    question: questions[expected] ?? path,
    asks: askers[expected],
    query,
    variables: JSON.stringify(variables[expected] ?? {}, null, 2),
  };
});
