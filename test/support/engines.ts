import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { engines, type DatabaseTarget, type Engine } from '../../platform/database.js';
import { administer, postgresUrl, postgresVariable, templateDatabase, type Shipped } from './built-databases.js';
import { copyDatabases } from './data-folder.js';

/** A place for databases, and its end. */
export interface TestTarget {
  readonly target: DatabaseTarget;
  readonly remove: () => Promise<void>;
}

/** Whether the tests run on an engine: `npm run test:fast` leaves PostgreSQL out. Throws in CI, where none may be left out. */
export function isTested(engine: Engine): boolean {
  const isIt = engine === 'sqlite' || process.env[postgresVariable] !== undefined;
  if (!isIt && readConfig().ci) {
    throw new Error(`These tests need ${engine}, which is left out, and CI runs all.`);
  }
  return isIt;
}

/** Describes a behaviour on an engine. It is skipped where the engine is left out, but not in CI. */
export function describeOn(engine: Engine, name: string, behaviour: () => void): void {
  (isTested(engine) ? describe : describe.skip)(name, behaviour);
}

/** Describes a behaviour once for each engine. */
export function describeEachEngine(name: string, behaviour: (engine: Engine) => void): void {
  for (const engine of engines) {
    describeOn(engine, `${name}, on ${engine}`, () => {
      behaviour(engine);
    });
  }
}

/** Makes an empty folder or database. */
export const createTarget = (engine: Engine): Promise<TestTarget> => makeTarget(engine, null);

/** Makes a folder or database with data sets that ship: a copy of what was built once. */
export const shippedTarget = (engine: Engine, shipped: Shipped = 'articles'): Promise<TestTarget> =>
  makeTarget(engine, shipped);

let databases = 0;

async function makeTarget(engine: Engine, shipped: Shipped | null): Promise<TestTarget> {
  if (engine === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-test-'));
    if (shipped !== null) {
      copyDatabases(folder, shipped);
    }
    return {
      target: { engine, folder },
      remove: () => {
        rmSync(folder, { recursive: true });
        return Promise.resolve();
      },
    };
  }
  const name = `test_${process.pid}_${(databases += 1)}`;
  await administer(`create database ${name} ${shipped === null ? '' : `template ${templateDatabase(shipped)}`}`);
  return {
    target: { engine, url: postgresUrl(name) },
    remove: () => administer(`drop database ${name} with (force)`),
  };
}
