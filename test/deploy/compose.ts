import { parse } from 'yaml';

import { commandProblems } from './settings.js';

/** A service of a compose file, as far as it is checked. */
export interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: readonly string[] | Readonly<Record<string, unknown>>;
}

export type Services = Readonly<Record<string, Service>>;

/** The services of a compose file. */
export const servicesOf = (text: string): Services =>
  (parse(text, { merge: true }) as { readonly services: Services }).services;

/** What is wrong with the services of a compose file, a message each. */
export function problemsIn(services: Services): readonly string[] {
  return Object.entries(services).flatMap(([name, service]) =>
    [...ownProblems(service), ...linkProblems(service, services)].map((problem) => `${name}: ${problem}`),
  );
}

function ownProblems({ image, command = [], environment = {} }: Service): string[] {
  const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filled(value)]));
  return image === 'jiedui' ? commandProblems(command, env) : [];
}

/** Text with the defaults of its variables. */
const filled = (value: string | number): string => String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1');

function linkProblems({ environment = {}, depends_on: dependsOn = [] }: Service, services: Services): string[] {
  const needed = Array.isArray(dependsOn) ? (dependsOn as readonly string[]) : Object.keys(dependsOn);
  const missing = needed.filter((name) => !services[name]).map((name) => `there is no service ${name}`);
  const addresses = Object.values(environment).flatMap((value) =>
    Array.from(filled(value).matchAll(/(?:^|[/@,\s])([a-z][\w-]*):(\d+)(?=[/,\s]|$)/g)),
  );
  return [
    ...missing,
    ...addresses
      .filter(([, host = '', port = '']) => !services[host] || !portsOf(services[host]).has(port))
      .map(([, host, port]) => `nothing is at ${host}:${port}`),
  ];
}

/** Where a service listens. */
function portsOf({ image = '', command = [], environment = {} }: Service): ReadonlySet<string> {
  const listening = Object.entries(environment).filter(([name]) => /(_BIND|_LISTEN|^PORT)$/.test(name));
  return new Set([
    ...listening.map(([, value]) => /\d+$/.exec(String(value))?.[0] ?? ''),
    ...command.flatMap((arg) => /^--listen-client-urls=.*:(\d+)$/.exec(arg)?.[1] ?? []),
    ...(image.startsWith('postgres:') ? ['5432'] : []),
    ...(image.startsWith('valkey/') ? ['6379'] : []),
  ]);
}
