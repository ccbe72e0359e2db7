import { createFileSource } from './file-source.js';
import type { SupergraphSource } from './supergraph-source.js';
import { createUrlSource } from './url-source.js';

/** The source at a path or an http(s) address. */
export function openSource(pathOrUrl: string): SupergraphSource {
  return /^https?:\/\//i.test(pathOrUrl) ? createUrlSource(pathOrUrl) : createFileSource(pathOrUrl);
}
