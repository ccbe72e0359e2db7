import { StorageAPI } from '@graphiql/toolkit';

import { readyQueries } from './ready-queries/ready-queries.js';

interface FirstQuery {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

const storage = new StorageAPI();

/** Whether this browser has no stored tabs. */
export const isFirstVisit = storage.get('tabState') === null;

/** The editor's initial query: that of the address; else, on a first visit, an example; else the stored tabs. */
export const firstQuery: FirstQuery = fromAddress(new URLSearchParams(location.search)) ?? exampleQuery();

function fromAddress(parameters: URLSearchParams): FirstQuery | undefined {
  const query = parameters.get('query');
  return query === null ? undefined : stored(query, indented(parameters.get('variables')));
}

function indented(variables: string | null): string {
  try {
    return JSON.stringify(JSON.parse(variables ?? ''), null, 2);
  } catch {
    // The editor marks the syntax error.
    return variables ?? '';
  }
}

function exampleQuery(): FirstQuery {
  const example = readyQueries.find(({ name }) => name === 'pairing-page');
  return example && isFirstVisit ? stored(example.query, example.variables) : {};
}

function stored(query: string, variables: string): FirstQuery {
  // The editor stores only typed text, so a reload would lose these variables.
  storage.set('query', query);
  storage.set('variables', variables);
  return { initialQuery: query, initialVariables: variables };
}
