import { spawnSync } from 'node:child_process';

import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

/** An API that was published: the text of `schema/api.graphql` at a tag, and the version of that tag's package.json. */
interface PublishedApi {
  readonly tag: string;
  readonly version: string;
  readonly sdl: string;
}

/** The API of the last tag that a folder's commit comes after; a sentence where there is none. */
export function lastPublishedApi(folder: string): PublishedApi | string {
  const tag = git(folder, 'describe', '--tags', '--abbrev=0');
  if (tag === null) {
    return 'There is no git tag to compare the API with.';
  }
  const sdl = git(folder, 'show', `${tag}:schema/api.graphql`);
  const about = git(folder, 'show', `${tag}:package.json`);
  if (sdl === null || about === null) {
    return `The tag ${tag} has no API to compare with.`;
  }
  return { tag, sdl, version: versionIn(about) };
}

/** The version that a package.json names. */
export function versionIn(about: string): string {
  return (JSON.parse(about) as { readonly version: string }).version;
}

/**
 * What has changed in the API since it was published, for people: what may break clients that worked, and what they may
 * not expect. What breaks them is allowed to a version that says so: the next minor one before 1.0.0, else the next major.
 */
export function compareApis(
  { tag, version, sdl }: PublishedApi,
  current: { readonly version: string; readonly sdl: string },
): { readonly isAllowed: boolean; readonly report: string } {
  const schemas = [buildSchema(sdl), buildSchema(current.sdl)] as const;
  const breaking = list(findBreakingChanges(...schemas));
  const dangerous = list(findDangerousChanges(...schemas));
  const needed = nextBreakingVersion(version);
  const isAllowed = breaking === '' || isAtLeast(current.version, needed);
  const ending = isAllowed
    ? `The version, ${current.version}, says so.`
    : `Keep it, or set the version in package.json to ${needed}: it is ${current.version}.`;
  return {
    isAllowed,
    report: [
      ...(dangerous === '' ? [] : [`Since ${tag}, clients may meet what they do not expect:${dangerous}`]),
      breaking === ''
        ? `The API keeps what ${tag} promised.`
        : `The API breaks what ${tag} promised:${breaking}\n${ending}`,
    ].join('\n'),
  };
}

function list(changes: readonly { readonly description: string }[]): string {
  return changes
    .map(({ description }) => `\n  ${description}`)
    .sort()
    .join('');
}

function nextBreakingVersion(version: string): string {
  const [major = 0, minor = 0] = numbersOf(version);
  return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
}

function isAtLeast(version: string, least: string): boolean {
  const [found, needed] = [numbersOf(version), numbersOf(least)];
  const differing = needed.findIndex((number, place) => number !== found[place]);
  return differing < 0 || (found[differing] ?? 0) > (needed[differing] ?? 0);
}

function numbersOf(version: string): number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(Number);
}

/** What git prints; null where it fails, or is not on this machine. */
function git(folder: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout.trim() : null;
}
