import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { projectRoot } from './config.js';

/** A query of `documents/` with the variables and the answer of an example. */
export interface NamedQuery {
  /** The name of its file, and its address at /q. */
  readonly name: string;
  /** Its place among the forty questions; undefined where it is none of them. */
  readonly number?: number;
  readonly query: string;
  /** The question that the example answers. */
  readonly question: string;
  /** Who asks it: frontend, analyst, officer or agent. */
  readonly asks?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The lists that have the rows of its table, as paths in its answer; without it, the only list that is in no other. */
  readonly rows?: readonly string[];
  readonly answer: unknown;
}

/** Reads the named queries in a folder below `documents/`, by number, then by name. */
export function readNamedQueries(folder: string): NamedQuery[] {
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
        ...(JSON.parse(readFileSync(expected, 'utf8')) as Omit<NamedQuery, 'name' | 'query'>),
      };
    })
    .sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
}
