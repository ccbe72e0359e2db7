import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join, resolve } from 'node:path';

import { projectRoot } from '../../platform/config.js';

/** A process of ours, as a user starts it. */
export interface RunningProcess {
  readonly child: ChildProcess;
  /** All it has printed so far. */
  readonly output: () => string;
  /** Waits until it prints something that matches, and gives the match. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Waits for its end, and gives its exit code; null when a signal ended it. */
  readonly ended: () => Promise<number | null>;
}

/** Any port, and what Node has compiled before. */
const everywhere = { NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(projectRoot, 'dist/.compiled'), PORT: '0' };

/** Runs a compiled file of ours, or a file by its whole path, with Node, in the environment of this process and what is given. */
export function run(
  file: string,
  {
    args = [],
    env = {},
    nodeArgs = [],
    cwd = projectRoot,
  }: { args?: readonly string[]; env?: NodeJS.ProcessEnv; nodeArgs?: readonly string[]; cwd?: string } = {},
): RunningProcess {
  const child = spawn(process.execPath, [...nodeArgs, resolve(projectRoot, 'dist', file), ...args], {
    cwd,
    env: { ...process.env, ...everywhere, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const printed = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      printed.emit('chunk');
    });
  }
  const exit = once(child, 'close') as Promise<[number | null]>;
  return {
    child,
    output: () => text,
    prints: async (pattern) => {
      let match = pattern.exec(text);
      while (!match) {
        const chunk = once(printed, 'chunk').then(() => 'printed');
        if ((await Promise.race([chunk, exit.then(() => 'ended')])) === 'ended' && !pattern.test(text)) {
          throw new Error(`The process ended before it printed ${String(pattern)}:\n${text}`);
        }
        match = pattern.exec(text);
      }
      return match;
    },
    ended: async () => (await exit)[0],
  };
}
