import { rolesNamedIn } from '../../platform/visibility/audience.js';
import { CoalescedRead } from '../answers/coalesced-read.js';
import type { Versions } from '../request/data-versions.js';
import type { NamedRoles } from './callers.js';

/** The roles that data sets name, by data versions that are read after each call; many calls share one read. */
export function namedRoles(versions: () => Promise<Versions>): NamedRoles {
  const reads = new CoalescedRead(async () => [
    ...new Set(Array.from((await versions()).values()).flatMap(rolesNamedIn)),
  ]);
  return () => reads.get();
}
