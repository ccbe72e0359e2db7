import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

import { describe } from '@jest/globals';

import { readConfig } from '../../platform/config.js';

/** A server of Redis or Valkey, which keeps nothing on disk. */
export interface RunningRedis {
  /** Ends it at once, as a machine that fails does. */
  readonly kill: () => Promise<void>;
}

/** Describes what needs a redis-server. It is skipped where there is none, but not in CI. */
export function describeWithRedis(name: string, behaviour: () => void): void {
  if (findRedis() !== null || readConfig().ci) {
    describe(name, behaviour);
  } else {
    console.warn(`redis-server is not on this machine: "${name}" is skipped.`);
    describe.skip(name, behaviour);
  }
}

/** Starts the redis-server of this machine at a port, and waits until it answers. */
export async function startRedis(port: number): Promise<RunningRedis> {
  const program = findRedis();
  if (program === null) {
    throw new Error('redis-server is not on this machine.');
  }
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  let printed = '';
  for await (const line of createInterface(child.stdout)) {
    printed += `${line}\n`;
    if (line.includes('Ready to accept connections')) {
      child.stdout.resume();
      return {
        kill: async () => {
          child.kill('SIGKILL');
          await ended;
        },
      };
    }
  }
  throw new Error(`redis-server ended:\n${printed}`);
}

function findRedis(): string | null {
  const programs = [...readConfig().searchPath.split(delimiter), '/usr/bin'].flatMap((folder) =>
    ['redis-server', 'valkey-server'].map((name) => join(folder, name)),
  );
  return programs.find((program) => existsSync(program)) ?? null;
}
