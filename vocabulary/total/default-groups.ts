import type { ClassType } from 'type-graphql';

import { sideAs, type Standing } from '../party/standing.js';
import type { ScopeDeclaration } from '../scope/declaration.js';
import { withGroups, type GroupArguments } from './group-arguments.js';
import type { RecordGroups } from './group.js';
import type { RecordTotal } from './record-total.js';

/** Where the keys of a type are that says nothing of groups: KIND is its first enumeration. Null where it has none. */
export function defaultKeys(
  columns: readonly (readonly [column: string, enumeration: object])[],
  scope: ScopeDeclaration | null,
): Pick<RecordGroups, 'kind' | 'donor' | 'recipient'> | null {
  const [found] = columns;
  if (!found) {
    return null;
  }
  const [column, type] = found;
  return {
    ...defaultSides(scope),
    kind: { column, type, description: `The value of \`${column}\`; null where it is no key.` },
  };
}

/** Who stands on the sides of a type's records. */
function defaultSides(scope: ScopeDeclaration | null): { readonly donor: Standing; readonly recipient: Standing } {
  const { donor = 'DONOR', recipient = 'RECIPIENT' } = scope?.sides ?? {};
  return { donor: sideAs('DONOR', donor), recipient: sideAs('RECIPIENT', recipient) };
}

/** The groups of a type that declares totals and says nothing of groups: what a total adds, by keys. */
export const defaultGroups = (
  plural: string,
  total: RecordTotal,
  keys: Pick<RecordGroups, 'kind' | 'donor' | 'recipient'>,
): RecordGroups => ({
  ...total,
  ...keys,
  args: withGroups(total.args) as ClassType<GroupArguments>,
  description: `${plural.charAt(0).toUpperCase()}${plural.slice(1)} added up by keys, as their total adds them; KIND is \`${keys.kind.column}\`.`,
  totalDescription: 'Their total.',
});
