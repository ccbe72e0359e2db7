import { requestError } from '../../platform/errors.js';
import { rolesNamedIn } from '../../platform/visibility/audience.js';
import { CoalescedRead } from '../answers/coalesced-read.js';
import type { Versions } from '../request/data-versions.js';
import type { NamedRoles } from './callers.js';

/**
 * The roles that data sets name, by data versions that are read after each call; many calls share one read. Where no subgraph
 * tells its version, those of before. Rejects with KEYS_UNAVAILABLE where there are none of before: nobody with a key is taken
 * for the public.
 */
export function namedRoles(versions: () => Promise<Versions>): NamedRoles {
  let known: readonly string[] | null = null;
  const reads = new CoalescedRead(async () => {
    const all = await versions();
    known = all.size === 0 ? known : [...new Set(Array.from(all.values()).flatMap(rolesNamedIn))];
    if (known === null) {
      throw requestError('KEYS_UNAVAILABLE', 'No subgraph tells which roles data sets name. Try again.');
    }
    return known;
  });
  return () => reads.get();
}
