import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig, type Config } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead } from '../platform/graph.js';
import { storedRoles } from '../platform/import/dataset.js';
import { createKey, editorRole, isDay, readKeys, writeKeys, type Key } from '../platform/keys/key-file.js';
import { roleName } from '../platform/visibility/audience.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run keys -- add --name <name> --role <role> [--role <role>] [--expires 2027-01-31]
  Makes a key and prints it, once: the file has its digest alone. Servers take it at once.
  A role is one that a data set names in its column "visibility", or ${editorRole}, which imports need. The name is shown
  in the history of imports.
  --expires    the first day, in UTC, on which the key is no longer taken; without it there is none
  --unchecked  takes a role that no data set names yet, and does not open the databases
npm run keys -- list
  Prints the id, the name, the roles and the expiry of each key.
npm run keys -- revoke <id>
  Removes a key. Servers refuse it at once.

  KEYS_FILE         the file with the keys, as servers have it; it is made where there is none, for its owner alone
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string', multiple: true, default: [] },
      expires: { type: 'string' },
      unchecked: { type: 'boolean', default: false },
    },
  });
  const config = readConfig();
  const { keysFile: path } = config;
  if (path === null) {
    throw new UserError('Set KEYS_FILE to the path of the file with the keys, as the server has it.');
  }
  const [command, id, ...others] = positionals;
  const { name, role: roles, expires, unchecked } = values;
  if (command === 'add' && id === undefined) {
    await addKey(config, path, { name, roles, expires, unchecked });
  } else if (command === 'list' && id === undefined) {
    listKeys(path);
  } else if (command === 'revoke' && id !== undefined && others.length === 0) {
    revokeKey(path, id);
  } else {
    throw new UserError(help);
  }
});

async function addKey(
  config: Config,
  path: string,
  {
    name,
    roles,
    expires,
    unchecked,
  }: {
    readonly name: string | undefined;
    readonly roles: readonly string[];
    readonly expires: string | undefined;
    readonly unchecked: boolean;
  },
): Promise<void> {
  if (name === undefined || name.trim() === '') {
    throw new UserError('A key needs a --name, such as --name "Hangzhou office".');
  }
  if (expires !== undefined && !isDay(expires)) {
    throw new UserError(`--expires: expected a day such as 2027-01-31, found ${JSON.stringify(expires)}.`);
  }
  await checkRoles(config, roles, unchecked);
  const keys = existsSync(path) ? readKeys(path) : [];
  const { key, secret } = createKey({ name, roles: [...new Set(roles)].toSorted(), expires: expires ?? null });
  writeKeys(path, [...keys, key]);
  console.error(`The key ${key.id} of ${name} is in ${path}. This is the only time that it is shown:`);
  console.log(secret);
}

async function checkRoles(config: Config, roles: readonly string[], unchecked: boolean): Promise<void> {
  const [first] = roles;
  if (first === undefined) {
    throw new UserError('A key needs a --role: without one it opens no more than no key does.');
  }
  const malformed = roles.find((role) => !roleName.test(role));
  if (malformed !== undefined) {
    throw new UserError(`--role: expected lower-case letters, digits and "-", found ${JSON.stringify(malformed)}.`);
  }
  const asked = roles.filter((role) => role !== editorRole);
  if (unchecked || asked.length === 0) {
    return;
  }
  const { graph, close } = await openGraphToRead(subgraphs, config);
  try {
    const named = new Set([...(await storedRoles(graph)).values()].flat());
    const unknown = asked.filter((role) => !named.has(role));
    if (unknown.length > 0) {
      const known = [...named].toSorted();
      throw new UserError(
        `No data set names the role ${unknown.map((role) => JSON.stringify(role)).join(', ')} in its column "visibility". ${
          known.length === 0 ? 'None names any.' : `Roles that are named: ${known.join(', ')}.`
        } With --unchecked the key is made all the same, and opens nothing until one does.`,
      );
    }
  } finally {
    await close();
  }
}

function listKeys(path: string): void {
  const keys = readKeys(path);
  console.log(keys.length === 0 ? 'There are no keys.' : keys.map(lineOf).join('\n'));
}

function lineOf({ id, name, roles, expires }: Key): string {
  return [id, name, roles.join(', '), expires === null ? 'does not expire' : `until ${expires}`].join('  ');
}

function revokeKey(path: string, id: string): void {
  const keys = readKeys(path);
  const kept = keys.filter((key) => key.id !== id);
  if (kept.length === keys.length) {
    throw new UserError(`There is no key with the id ${JSON.stringify(id)}. "npm run keys -- list" prints them.`);
  }
  writeKeys(path, kept);
  console.log(`The key ${id} is revoked.`);
}
