import { StorageAPI } from '@graphiql/toolkit';

import exampleQuery from '../../../documents/pairing-page.graphql?raw';
import { variables as exampleVariables } from '../../../documents/pairing-page.json';
import { sharedIn, type SharedQuery } from './share/shared-query.js';

/** The editor's initial query and variables; none where the stored tabs are opened. */
export interface FirstQuery {
  readonly initialQuery?: string;
  readonly initialVariables?: string;
}

const storage = new StorageAPI();

/** Whether this browser has no stored tabs. */
export const isFirstVisit = storage.get('tabState') === null;

/** The editor's initial query: that of the address; else, on a first visit, an example; else the stored tabs. */
export async function firstQuery(): Promise<FirstQuery> {
  const shared = await sharedIn(location);
  if (shared) {
    return stored({ ...shared, variables: indented(shared.variables) });
  }
  return isFirstVisit ? stored({ query: exampleQuery, variables: JSON.stringify(exampleVariables, null, 2) }) : {};
}

function indented(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    // The editor marks the syntax error.
    return variables;
  }
}

function stored({ query, variables }: SharedQuery): FirstQuery {
  // The editor stores only typed text, so a reload would lose these variables.
  storage.set('query', query);
  storage.set('variables', variables);
  return { initialQuery: query, initialVariables: variables };
}
