import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../../platform/config.js';

/** A query of the documents folder with variables for it. */
export interface ValidRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Those of pages, which have no answer beside them that says what they are asked with. */
const ofPages = { id: '520627', text: 'xihu', on: '2018-06-30', language: 'EN' };

/** All queries of `documents/`. */
export function validRequests(): readonly ValidRequest[] {
  return globSync(join(projectRoot, 'documents/**/*.graphql'))
    .sort()
    .map((path) => {
      const beside = path.replace(/graphql$/, 'json');
      const { variables } = existsSync(beside)
        ? (JSON.parse(readFileSync(beside, 'utf8')) as Pick<ValidRequest, 'variables'>)
        : { variables: ofPages };
      return { query: readFileSync(path, 'utf8'), variables };
    });
}
