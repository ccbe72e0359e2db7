import { readConfig } from '../../platform/config.js';
import { findPostgres, startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { postgresVariable } from './postgres-variable.js';

/** What the tests start once for all files. */
declare global {
  var postgresOfTests: ThrowawayPostgres | undefined;
}

/** Starts a PostgreSQL of the tests' own, or says that this engine is skipped. In CI it must be there. */
export default async function setUp(): Promise<void> {
  const { searchPath, ci } = readConfig();
  const programs = findPostgres(searchPath);
  if (programs === null) {
    const message = 'PostgreSQL 15 or later is not on this machine: its half of the tests';
    if (ci) {
      throw new Error(`${message} cannot run, and CI runs all.`);
    }
    console.warn(`${message} is skipped.`);
    return;
  }
  globalThis.postgresOfTests = await startPostgres(programs);
  process.env[postgresVariable] = globalThis.postgresOfTests.url;
}
