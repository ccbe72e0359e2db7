import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../platform/config.js';

/**
 * Labels of operations in metrics: the name of one of `documents/`, else "other" or "anonymous". Clients choose names
 * freely, and a time series for each would fill the memory.
 */
export function operationLabels(): (name: string | null) => string {
  const known = new Set(
    globSync(join(projectRoot, 'documents', '**', '*.graphql')).flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(/^query (\w+)/gm), ([, name]) => name),
    ),
  );
  return (name) => (name === null ? 'anonymous' : known.has(name) ? name : 'other');
}
