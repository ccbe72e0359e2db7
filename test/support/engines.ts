import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe } from '@jest/globals';
import pg from 'pg';

import { engines, type DatabaseTarget, type Engine } from '../../platform/database.js';
import { postgresVariable } from './postgres-variable.js';

/** An empty place for databases, and its end. */
export interface TestTarget {
  readonly target: DatabaseTarget;
  readonly remove: () => Promise<void>;
}

/** Whether this machine has an engine. */
export const isEngineHere = (engine: Engine): boolean =>
  engine === 'sqlite' || process.env[postgresVariable] !== undefined;

/** Describes a behaviour once for each engine that this machine has. */
export function describeEachEngine(name: string, behaviour: (engine: Engine) => void): void {
  for (const engine of engines) {
    (isEngineHere(engine) ? describe : describe.skip)(`${name}, on ${engine}`, () => {
      behaviour(engine);
    });
  }
}

let databases = 0;

/** Makes an empty folder or database. */
export async function createTarget(engine: Engine): Promise<TestTarget> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-test-'));
    return {
      target: { engine, folder },
      remove: () => {
        rmSync(folder, { recursive: true });
        return Promise.resolve();
      },
    };
  }
  const name = `test_${process.pid}_${(databases += 1)}`;
  const url = new URL(process.env[postgresVariable] ?? '');
  await administer(`create database ${name}`);
  url.pathname = name;
  return { target: { engine, url: url.href }, remove: () => administer(`drop database ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(process.env[postgresVariable]);
  await client.connect();
  await client.query(statement);
  await client.end();
}
