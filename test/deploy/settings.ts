import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot, readConfig } from '../../platform/config.js';

export const readText = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** The settings of all servers. */
const settings = new Set(
  Array.from(readText('platform/config.ts').matchAll(/^ {6}([A-Z][A-Z_]+): \w+\(/gm), ([, name]) => name ?? ''),
);

/** What is wrong with a command of ours, and with an environment for it, a message each. */
export function commandProblems(command: readonly string[], environment: Readonly<Record<string, string>>): string[] {
  const [program, file = ''] = command;
  const unknown = Object.keys(environment).filter((name) => !settings.has(name));
  return [
    ...(program !== 'node' || !existsSync(join(projectRoot, file)) ? [`there is no ${command.join(' ')}`] : []),
    ...unknown.map((name) => `${name} is no setting`),
    ...refusal(environment),
  ];
}

function refusal(environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
