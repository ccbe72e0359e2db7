import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { untilFound } from '../support/until.js';

/** How a part of the cluster is started. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly user?: { readonly uid: number; readonly gid: number } | null;
  /** Whether it does what it is for; errors mean no. */
  readonly isReady: () => Promise<boolean>;
}

/** A process of the cluster. */
export class Part {
  private child: ChildProcess | null = null;
  private printed = '';

  constructor(private readonly command: Command) {}

  get name(): string {
    return this.command.name;
  }

  /** Starts it and waits until it is ready. */
  async start(): Promise<void> {
    const { program, args, env, cwd, user } = this.command;
    const child = spawn(program, args, {
      ...user,
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (this.printed = `${this.printed}${chunk.toString()}`.slice(-8_000)));
    }
    this.child = child;
    await this.ready();
  }

  async ready(): Promise<void> {
    const isEnded = (): boolean => this.child?.exitCode !== null || this.child.signalCode !== null;
    const looked = untilFound(async () =>
      isEnded() ? 'ended' : (await this.command.isReady().catch(() => false)) ? 'ready' : undefined,
    );
    if ((await looked.catch(() => 'not ready')) !== 'ready') {
      throw new Error(`${this.name} is not ready:\n${this.printed}`);
    }
  }

  /** Sends a signal that ends it, and waits until it has. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
  }

  async restart(): Promise<void> {
    await this.end('SIGTERM');
    await this.start();
  }
}

/** Whether an address answers with 200. */
export const answersAt = async (url: string): Promise<boolean> =>
  (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status === 200;
