import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';

/**
 * How operations are named in metrics: by their own name where it is one of `documents/`, else "other" or "anonymous".
 * Clients choose names, and each would be a row of numbers that is never given back.
 */
export function operationLabels(): (name: string | null) => string {
  const known = new Set(
    globSync(join(projectRoot, 'documents', '**', '*.graphql')).flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(/^query (\w+)/gm), ([, name]) => name),
    ),
  );
  return (name) => (name === null ? 'anonymous' : known.has(name) ? name : 'other');
}
