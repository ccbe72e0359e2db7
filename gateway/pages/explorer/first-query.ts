import { StorageAPI } from '@graphiql/toolkit';

import { readyQueries } from './ready-queries/ready-queries.js';

interface FirstQuery {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

const storage = new StorageAPI();

/** Whether nothing was left in this browser before. */
export const isFirstVisit = storage.get('tabState') === null;

/** What the editor opens with: the query of the page's address, else what was left in it, else one worth running. */
export const firstQuery: FirstQuery = ofAddress(new URLSearchParams(location.search)) ?? ofVisit();

function ofAddress(parameters: URLSearchParams): FirstQuery | undefined {
  const query = parameters.get('query');
  return query === null ? undefined : opened(query, indented(parameters.get('variables')));
}

function indented(variables: string | null): string {
  try {
    return JSON.stringify(JSON.parse(variables ?? ''), null, 2);
  } catch {
    // The editor shows where text that is not JSON goes wrong.
    return variables ?? '';
  }
}

function ofVisit(): FirstQuery {
  const welcome = readyQueries.find(({ name }) => name === 'pairing-page');
  return welcome && isFirstVisit ? opened(welcome.query, welcome.variables) : {};
}

function opened(query: string, variables: string): FirstQuery {
  // The editor keeps only what is typed into it, and would come back without these variables.
  storage.set('query', query);
  storage.set('variables', variables);
  return { initialQuery: query, initialVariables: variables };
}
