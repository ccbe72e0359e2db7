import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { projectRoot } from './config.js';

/** A query of `documents/` with what it is asked with and what it must answer. */
export interface NamedDocument {
  readonly name: string;
  readonly query: string;
  readonly question: string;
  /** Who asks it: frontend, analyst or officer. */
  readonly asks?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: unknown;
}

/** Reads the documents in a folder below `documents/`, by name. */
export function readDocuments(folder: string): NamedDocument[] {
  return globSync(join(projectRoot, 'documents', folder, '*.graphql'))
    .sort()
    .map((path) => {
      const expected = path.replace(/graphql$/, 'json');
      if (!existsSync(expected)) {
        throw new Error(`${path} has no expected answer beside it.`);
      }
      return {
        name: basename(path, '.graphql'),
        query: readFileSync(path, 'utf8'),
        ...(JSON.parse(readFileSync(expected, 'utf8')) as Omit<NamedDocument, 'name' | 'query'>),
      };
    });
}
