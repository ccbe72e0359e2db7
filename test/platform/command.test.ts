import { expect, test } from '@jest/globals';

import { run } from '../support/process.js';

test('a command that ends before it is done says so, and ends with 1', async () => {
  const command = run('test/support/unfinished-command.js');
  expect(await command.ended()).toBe(1);
  expect(command.output()).toMatch(/^The command ended before it was done: .* Run it again\.\n$/);
});

test('a command that is done ends with 0', async () => {
  const command = run('scripts/migrate.js', { args: ['--help'] });
  expect(await command.ended()).toBe(0);
  expect(command.output()).toMatch(/^npm run migrate\n/);
});
