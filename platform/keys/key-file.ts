import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';

import { show, UserError } from '../errors.js';
import { roleName } from '../visibility/audience.js';

/** A key as its file has it: never itself, but its digest. */
export interface Key {
  readonly id: string;
  /** What people call it; the history of imports shows it. */
  readonly name: string;
  readonly roles: readonly string[];
  /** SHA-256 of the key, in hexadecimal digits. */
  readonly sha256: string;
  /** The first day on which it is no longer taken, in UTC: `2027-01-01`; null where there is none. */
  readonly expires: string | null;
}

/** The role that may change data sets. */
export const editorRole = 'editor';

const keyForm = /^jd_([a-z0-9]{8})_[\w-]{43}$/;

/** Finds what may be a key in a text, such as an address. */
export const keyWithin = /jd_[a-z0-9]{8}_[\w-]{20,}/;

/** Makes a key. Nobody can tell it from what the file has. */
export function createKey(about: Pick<Key, 'name' | 'roles' | 'expires'>): {
  readonly key: Key;
  readonly secret: string;
} {
  const id = randomBytes(16).readBigUInt64BE().toString(36).padStart(8, '0').slice(-8);
  const secret = `jd_${id}_${randomBytes(32).toString('base64url')}`;
  return { key: { id, ...about, sha256: digestOf(secret).toString('hex') }, secret };
}

/** The one of some keys that a text is, and that is taken now; null where there is none. */
export function keyOf(secret: string, keys: readonly Key[], now: number): Key | null {
  const [, id] = keyForm.exec(secret) ?? [];
  const found = keys.find((key) => key.id === id);
  // One that is unknown is compared too, so that it takes as long.
  const isIt = timingSafeEqual(digestOf(secret), found ? Buffer.from(found.sha256, 'hex') : digestOf(''));
  return found && isIt && (found.expires === null || now < Date.parse(found.expires)) ? found : null;
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The keys of a file. Throws a `UserError` that names it where it cannot be used, or others may read it. */
export function readKeys(path: string): readonly Key[] {
  return keysIn(path, statOf(path));
}

/** The keys of a file that may change at any time: it is read again where it has. */
export class KeyFile {
  private read: { readonly mark: string; readonly keys: readonly Key[] } | null = null;

  constructor(private readonly path: string) {}

  /** Those of now. Throws as `readKeys` does. */
  current(): readonly Key[] {
    const stats = statOf(this.path);
    const mark = [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join();
    if (this.read?.mark !== mark) {
      this.read = null;
      this.read = { mark, keys: keysIn(this.path, stats) };
    }
    return this.read.keys;
  }
}

/** Writes keys, in place of a file that is there: readers find the one or the other, whole. */
export function writeKeys(path: string, keys: readonly Key[]): void {
  const made = `${path}.${process.pid}.new`;
  try {
    writeFileSync(made, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(made, path);
  } catch (error) {
    rmSync(made, { force: true });
    throw new UserError(`The key file ${path} cannot be written: ${(error as Error).message}`);
  }
}

function statOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    throw new UserError(
      isMissing
        ? `The key file ${path} is not there. "npm run keys -- add" makes it.`
        : `The key file ${path} cannot be read: ${(error as Error).message}`,
    );
  }
}

function keysIn(path: string, { mode }: Stats): readonly Key[] {
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new UserError(
      `The key file ${path} can be read or written by other users of this machine. Run: chmod 600 ${path}`,
    );
  }
  const broken = (what: string): UserError => new UserError(`The key file ${path} is broken: ${what}`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw broken((error as Error).message);
  }
  const { keys } = (content ?? {}) as { readonly keys?: unknown };
  if (!Array.isArray(keys)) {
    throw broken('expected {"keys": […]}.');
  }
  keys.forEach((key: unknown, place) => {
    const fault = faultOf(key);
    if (fault !== null) {
      throw broken(
        `key ${place + 1} has no valid ${fault}: found ${show((key as Record<string, unknown> | null)?.[fault])}.`,
      );
    }
  });
  const ids = (keys as readonly Key[]).map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) < place);
  if (twice !== undefined) {
    throw broken(`the id ${twice} is there twice.`);
  }
  return keys as readonly Key[];
}

/** The property of a key that is not valid; null where all are. */
function faultOf(key: unknown): keyof Key | null {
  const { id, name, roles, sha256, expires } = (key ?? {}) as Partial<Record<keyof Key, unknown>>;
  return typeof id !== 'string' || !/^[a-z0-9]{8}$/.test(id)
    ? 'id'
    : typeof name !== 'string' || name === ''
      ? 'name'
      : !Array.isArray(roles) || !roles.every((role) => typeof role === 'string' && roleName.test(role))
        ? 'roles'
        : typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)
          ? 'sha256'
          : expires !== null && (typeof expires !== 'string' || !isDay(expires))
            ? 'expires'
            : null;
}

/** Whether a text is a day of the calendar: `2027-01-31`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
