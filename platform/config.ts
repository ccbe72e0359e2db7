import { isIP } from 'node:net';
import { join } from 'node:path';

import { bool, cleanEnv, host, makeExactValidator, port, str } from 'envalid';

import { UserError } from './errors.js';

/** The folder of the repository, wherever a command is run from. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** The composed supergraph that ships. */
export const shippedSupergraph = join(projectRoot, 'schema', 'supergraph.graphql');

/** Everything that can be set from outside. This file alone reads `process.env`. */
export interface Config {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Folder of the embedded databases. */
  readonly dataDir: string;
  /** PostgreSQL with one schema for each subgraph; null means SQLite under `dataDir`. */
  readonly databaseUrl: string | null;
  /** The composed supergraph that the gateway serves: a file or an http(s) address. */
  readonly supergraphPath: string;
  /** Milliseconds that a server still answers after SIGTERM while it says that it stops. */
  readonly stopNotice: number;
  /** Where each subgraph is served, by name; one that is left out is at the address in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Milliseconds that a whole operation may take. */
  readonly operationTimeout: number;
  /** Milliseconds that one fetch from a subgraph may take. */
  readonly subgraphTimeout: number;
  /** Bytes that the answer to one fetch from a subgraph may have. */
  readonly subgraphAnswerLimit: number;
  /** What an operation may cost, in objects. */
  readonly maxCost: number;
  /** How many levels of braces and brackets a document or the values of its variables may have. */
  readonly maxDepth: number;
  /** How many aliases an operation may have, as all that follow with its fragments in place. */
  readonly maxAliases: number;
  /** How many fields an operation may have at the top. */
  readonly maxRootFields: number;
  /** How many directives an operation may have. */
  readonly maxDirectives: number;
  /** How many tokens a document may have, and how many fields and fragments with all fragments in place. */
  readonly maxTokens: number;
  /** Lower-case names of the client's headers that subgraphs may see; no other is sent to them. */
  readonly forwardedHeaders: readonly string[];
  /** The least level of what is logged. */
  readonly logLevel: (typeof logLevels)[number];
  /** Address of an OTLP receiver of traces; null means that there are none. */
  readonly tracesEndpoint: string | null;
  /** Requests a minute that one address may send; 0 means any number. */
  readonly rateLimit: number;
  /** Proxies whose X-Forwarded-For is believed: how many stand in front, or their subnets; false means none. */
  readonly trustedProxies: number | readonly string[] | false;
  /** Origins whose pages may read answers; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** Whether named documents alone are answered. */
  readonly documentsOnly: boolean;
  /** What a browser gets at /graphql: our explorer, Apollo Sandbox, or nothing. */
  readonly explorer: (typeof explorers)[number];
  /** Folders that programs are looked for in. */
  readonly searchPath: string;
  /** Whether this is a run of continuous integration, where a missing PostgreSQL fails the tests. */
  readonly ci: boolean;
}

/** Levels of what is logged, the fullest first. */
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const explorers = ['graphiql', 'sandbox', 'off'] as const;

const portOrAny = makeExactValidator((input) => (input === '0' ? 0 : port()._parse(input)));

const positive = makeExactValidator((input) => {
  if (!/^[1-9]\d*$/.test(input)) {
    throw new Error('expected a whole number from 1');
  }
  return Number(input);
});

const wholeNumber = makeExactValidator((input) => {
  if (!/^\d+$/.test(input)) {
    throw new Error('expected a whole number from 0');
  }
  return Number(input);
});
const proxies = makeExactValidator<Config['trustedProxies']>((input) => {
  if (input === 'none') {
    return false;
  }
  if (/^\d+$/.test(input)) {
    return Number(input);
  }
  const subnets = input.split(',').map((subnet) => subnet.trim());
  if (!subnets.every((subnet) => isSubnet(subnet))) {
    throw new Error('expected none, a number of proxies, or addresses and subnets, separated by commas');
  }
  return subnets;
});

const isSubnet = (text: string): boolean => {
  const [address = '', bits = '0'] = text.split('/', 2);
  const version = isIP(address);
  return version !== 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
};

const origins = makeExactValidator((input) => {
  const all = input.split(',').map((origin) => origin.trim());
  if (!all.every((origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin))) {
    throw new Error('expected origins such as https://example.org, separated by commas, or *');
  }
  return all;
});

const webAddress = makeExactValidator((input) => {
  if (!URL.canParse(input) || !/^https?:$/.test(new URL(input).protocol)) {
    throw new Error('expected http://host:port');
  }
  return input;
});

const headerNames = makeExactValidator((input) => {
  const names = input.split(',').map((name) => name.trim().toLowerCase());
  if (names.some((name) => !/^[a-z0-9-]+$/.test(name))) {
    throw new Error('expected names of headers, separated by commas');
  }
  return names;
});

const postgresUrl = makeExactValidator((input) => {
  const url = URL.canParse(input) ? new URL(input) : null;
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:') {
    throw new Error('expected postgres://user:password@host:port/database');
  }
  return input;
});

const namedUrls = makeExactValidator((input) => {
  const entries = input.split(',').map((entry) => entry.trim().split(/=(.*)/s, 2));
  for (const [name, url] of entries) {
    if (!name || !url || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
      throw new Error('expected name=http://host:port/graphql, separated by commas');
    }
  }
  return new Map(entries as [string, string][]);
});

/** Reads the configuration, or throws one `UserError` that names every missing or bad variable. */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  defaults: { readonly port: number } = { port: 4000 },
): Config {
  const env = cleanEnv(
    environment,
    {
      PORT: portOrAny({ default: defaults.port }),
      HOST: host({ default: '127.0.0.1' }),
      DATA_DIR: str({ default: join(projectRoot, '.data') }),
      DATABASE_URL: postgresUrl({ default: undefined }),
      SUPERGRAPH_PATH: str({ default: shippedSupergraph }),
      STOP_NOTICE_MS: wholeNumber({ default: 1_000 }),
      SUBGRAPH_URLS: namedUrls({ default: new Map() }),
      OPERATION_TIMEOUT_MS: positive({ default: 15_000 }),
      SUBGRAPH_TIMEOUT_MS: positive({ default: 5_000 }),
      SUBGRAPH_ANSWER_LIMIT: positive({ default: 32 * 2 ** 20 }),
      MAX_COST: positive({ default: 150_000 }),
      MAX_DEPTH: positive({ default: 40 }),
      MAX_ALIASES: positive({ default: 50 }),
      MAX_ROOT_FIELDS: positive({ default: 30 }),
      MAX_DIRECTIVES: positive({ default: 50 }),
      MAX_TOKENS: positive({ default: 5_000 }),
      FORWARD_HEADERS: headerNames({ default: [] }),
      LOG_LEVEL: str({ choices: logLevels, default: 'info' }),
      OTEL_EXPORTER_OTLP_ENDPOINT: webAddress({ default: undefined }),
      RATE_LIMIT: wholeNumber({ default: 6000 }),
      TRUST_PROXY: proxies({ default: false }),
      CORS_ORIGINS: origins({ default: [] }),
      DOCUMENTS_ONLY: bool({ default: false }),
      EXPLORER: str({ choices: explorers, default: 'graphiql' }),
      PATH: str({ default: '' }),
      CI: bool({ default: false }),
    },
    {
      reporter: ({ errors }) => {
        const problems = Object.entries(errors).map(([name, error]) => `  ${name}: ${error.message}`);
        if (problems.length > 0) {
          throw new UserError(`The configuration is not usable:\n${problems.join('\n')}`);
        }
      },
    },
  );
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    supergraphPath: env.SUPERGRAPH_PATH,
    stopNotice: env.STOP_NOTICE_MS,
    subgraphUrls: env.SUBGRAPH_URLS,
    operationTimeout: env.OPERATION_TIMEOUT_MS,
    subgraphTimeout: env.SUBGRAPH_TIMEOUT_MS,
    subgraphAnswerLimit: env.SUBGRAPH_ANSWER_LIMIT,
    maxCost: env.MAX_COST,
    maxDepth: env.MAX_DEPTH,
    maxAliases: env.MAX_ALIASES,
    maxRootFields: env.MAX_ROOT_FIELDS,
    maxDirectives: env.MAX_DIRECTIVES,
    maxTokens: env.MAX_TOKENS,
    forwardedHeaders: env.FORWARD_HEADERS,
    logLevel: env.LOG_LEVEL,
    tracesEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    rateLimit: env.RATE_LIMIT,
    trustedProxies: env.TRUST_PROXY,
    corsOrigins: env.CORS_ORIGINS,
    documentsOnly: env.DOCUMENTS_ONLY,
    explorer: env.EXPLORER,
    searchPath: env.PATH,
    ci: env.CI,
  };
}
