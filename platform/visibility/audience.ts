/** The roles of a reader, sorted, of those that some data set names. Nobody in particular: the public. */
export type Audience = readonly string[];

/** What a role may be called: lower case, so that no two differ by capitals alone. */
export const roleName = /^[a-z][a-z0-9-]{0,39}$/;

/** The roles that may see a data set as its row has them: with spaces around each, or empty for everybody. */
export const visibilityText = (roles: readonly string[]): string =>
  roles.length === 0 ? '' : ` ${[...new Set(roles)].toSorted().join(' ')} `;

/** The roles in the `visibility` of a data set's row; none where everybody may see it. */
export const rolesOf = (visibility: string): readonly string[] => visibility.split(' ').filter((role) => role !== '');

/** Whether everybody who may see what is for `some` may see what is for `others`. */
export const isAsWide = (some: readonly string[], others: readonly string[]): boolean =>
  others.length === 0 || (some.length > 0 && some.every((role) => others.includes(role)));

/** The end of a data version where data sets are or were for some only: how often that changed, and all their roles. */
const ending = /\.(\d+):([a-z0-9+-]*)$/;

/** The end of the data version after a change of who may see what. */
export function nextEnding(before: string, roles: readonly string[]): string {
  const [, count = '0'] = ending.exec(before) ?? [];
  return `.${Number(count) + 1}:${[...new Set(roles)].toSorted().join('+')}`;
}

/** What of a data version changes with who may see what; empty where all has always been public. */
export const endingOf = (version: string): string => ending.exec(version)?.[0] ?? '';

/** The roles that the data sets of a data version name. */
export const rolesNamedIn = (version: string): readonly string[] =>
  (ending.exec(version)?.[2] ?? '').split('+').filter((role) => role !== '');

/** A data version for everybody: without the names of roles. */
export const withoutRoles = (version: string): string => version.replace(ending, '.$1');

/** Those of some roles that data sets name. */
export const audienceOf = (roles: readonly string[], named: readonly string[]): Audience =>
  named.filter((role) => roles.includes(role)).toSorted();
