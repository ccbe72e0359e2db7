import { spawnSync } from 'node:child_process';

import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

/** The API at a git tag: its `schema/api.graphql`, and the version in its package.json. */
interface PublishedApi {
  readonly tag: string;
  readonly version: string;
  readonly sdl: string;
}

/** The API at the latest tag before the current commit of a folder; a message where there is none. */
export function lastPublishedApi(folder: string): PublishedApi | string {
  const tag = git(folder, 'describe', '--tags', '--abbrev=0');
  if (tag === null) {
    return 'There is no git tag to compare the API with.';
  }
  const sdl = git(folder, 'show', `${tag}:schema/api.graphql`);
  const packageJson = git(folder, 'show', `${tag}:package.json`);
  if (sdl === null || packageJson === null) {
    return `The tag ${tag} has no API to compare with.`;
  }
  return { tag, sdl, version: versionIn(packageJson) };
}

/** The version in the text of a package.json. */
export function versionIn(packageJson: string): string {
  return (JSON.parse(packageJson) as { readonly version: string }).version;
}

/**
 * Reports breaking and dangerous changes of the API since it was published. Breaking changes are allowed in a new major
 * version, before 1.0.0 in a new minor version.
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
  const conclusion = isAllowed
    ? `The version ${current.version} allows them.`
    : `Revert them, or set the version in package.json to ${needed}: it is ${current.version}.`;
  return {
    isAllowed,
    report: [
      ...(dangerous === '' ? [] : [`Dangerous changes of the API since ${tag}:${dangerous}`]),
      breaking === ''
        ? `No breaking changes of the API since ${tag}.`
        : `Breaking changes of the API since ${tag}:${breaking}\n${conclusion}`,
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

function isAtLeast(version: string, minimum: string): boolean {
  const [found, needed] = [numbersOf(version), numbersOf(minimum)];
  const differing = needed.findIndex((number, place) => number !== found[place]);
  return differing < 0 || (found[differing] ?? 0) > (needed[differing] ?? 0);
}

function numbersOf(version: string): number[] {
  return (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').split('.').map(Number);
}

/** The output of git; null where it fails or is not installed. */
function git(folder: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return status === 0 ? stdout.trim() : null;
}
