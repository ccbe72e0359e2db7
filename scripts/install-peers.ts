import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../platform/config.js';
import { UserError } from '../platform/errors.js';

/**
 * The folder of what others made and ours is measured against. It has a lock file of its own, so that its thousand
 * packages are no part of `npm ci`.
 */
export const peersFolder = join(projectRoot, 'test/peers');

const lock = join(peersFolder, 'package-lock.json');
const mark = join(peersFolder, 'node_modules/.installed-lock.json');

/** Whether the peers are there, as their lock file says. */
export function arePeersInstalled(): boolean {
  return existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(lock, 'utf8');
}

/** Installs the peers unless they are there; it takes a minute. No script of theirs is run: one would download a program. */
export function installPeers(): void {
  if (arePeersInstalled()) {
    return;
  }
  console.log('Installing what ours is measured against (test/peers, about 600 MB) …');
  try {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['ci', ...flags], { cwd: peersFolder, stdio: 'inherit' });
  } catch (error) {
    throw new UserError(`The peers could not be installed: ${String(error)}`);
  }
  writeFileSync(mark, readFileSync(lock));
}
