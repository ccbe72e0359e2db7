import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { projectRoot, readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { installPeers } from './install-peers.js';

const help = `npm test                    all tests but those of test/federation and test/cluster, on SQLite and PostgreSQL
npm run test:fast           the same on SQLite alone; what needs PostgreSQL is skipped
npm run test:peers          others' suites and gateways over ours (test/federation)
npm run test:cluster        a cluster of processes whose parts go away (test/cluster); needs packages of Debian
npm test -- <file>...       these files alone; any option of jest may follow, as in -t 'names of tests'`;

runCommand(help, () => {
  const [first = '', ...others] = process.argv.slice(2);
  switch (first) {
    case '--fast':
      if (readConfig().ci) {
        throw new UserError('CI runs all tests on both engines: npm test.');
      }
      console.warn('PostgreSQL is left out: its half of the tests is skipped.');
      runJest([`--globals=${JSON.stringify({ engines: ['sqlite'] })}`, ...others]);
      break;
    case '--peers':
      installPeers();
      runJest(['--config=jest.peers.config.js', ...others]);
      break;
    case '--cluster':
      runJest(['--config=jest.cluster.config.js', ...others]);
      break;
    default:
      runJest(process.argv.slice(2));
  }
  return Promise.resolve();
});

/** Runs jest with these arguments, where a test may be named by its source. */
function runJest(args: readonly string[]): void {
  const program = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(projectRoot, 'node_modules/jest/bin/jest.js'),
  ];
  const compiled = args.map((arg) => arg.replace(/\.test\.ts$/, '.test.js'));
  const { status } = spawnSync(process.execPath, [...program, ...compiled], { cwd: projectRoot, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
