import { StorageAPI } from '@graphiql/toolkit';

import { readyQueries } from './ready-queries/ready-queries.js';

interface FirstQuery {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

/** What the editor opens with: the query of the page's address, else what was left in it, else one worth running. */
export const firstQuery: FirstQuery = ofAddress(new URLSearchParams(location.search)) ?? ofVisit();

function ofAddress(parameters: URLSearchParams): FirstQuery | undefined {
  const query = parameters.get('query');
  return query === null ? undefined : { initialQuery: query, initialVariables: indented(parameters.get('variables')) };
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
  return welcome && new StorageAPI().get('tabState') === null
    ? { initialQuery: welcome.query, initialVariables: welcome.variables }
    : {};
}
