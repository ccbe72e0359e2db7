import { isIP } from 'node:net';
import { join } from 'node:path';

import { bool, cleanEnv, host, makeExactValidator, port, str } from 'envalid';

import type { LabelLanguage } from './enum-label.js';
import { UserError } from './errors.js';
import { addressOf, parseConnectionUrl } from './postgres/connection-url.js';

/** The folder of the repository, wherever a command is run from. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** The composed supergraph that ships. */
export const shippedSupergraph = join(projectRoot, 'schema', 'supergraph.graphql');

/** The settings of all servers and commands. No other file reads `process.env`. */
export interface Config {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Folder of the embedded databases. */
  readonly dataDir: string;
  /** PostgreSQL database with one schema for each subgraph; null means SQLite under `dataDir`. */
  readonly databaseUrl: string | null;
  /** Standbys of that database, each at an address of its own. */
  readonly replicaUrls: readonly string[];
  /** The composed supergraph that the gateway serves: a file or an http(s) address. */
  readonly supergraphPath: string;
  /** Milliseconds after SIGTERM in which /health/ready says that the server is stopping while it still answers. */
  readonly stopNotice: number;
  /** Milliseconds in which a client must read something of its answer, before its connection is closed. */
  readonly writeTimeout: number;
  /** Address of each subgraph by name; for others that in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Timeout of an operation in milliseconds. */
  readonly operationTimeout: number;
  /** Timeout of one fetch from a subgraph in milliseconds. */
  readonly subgraphTimeout: number;
  /** Maximum size of the answer to one fetch from a subgraph, in bytes. */
  readonly subgraphAnswerLimit: number;
  /** Maximum estimated cost of an operation, in objects and leaf values. */
  readonly maxCost: number;
  /** Maximum nesting of braces and brackets in an operation's text and its variables. */
  readonly maxDepth: number;
  /** Maximum number of aliases of an operation, with fragments expanded. */
  readonly maxAliases: number;
  /** Maximum number of root fields of an operation, with fragments expanded. */
  readonly maxRootFields: number;
  /** Maximum number of directives of an operation, with fragments expanded. */
  readonly maxDirectives: number;
  /** Maximum number of tokens of an operation's text. */
  readonly maxTokens: number;
  /** Maximum number of fields and fragments of an operation, with fragments expanded. */
  readonly maxSelections: number;
  /** Maximum number of conditions in all filters of an operation. */
  readonly maxConditions: number;
  /** Maximum number of values in all lists of arguments of an operation. */
  readonly maxListValues: number;
  /** Lower-case names of the client headers that are forwarded to subgraphs. */
  readonly forwardedHeaders: readonly string[];
  /** Lowest level that is logged. */
  readonly logLevel: (typeof logLevels)[number];
  /** Address of an OTLP receiver of traces; null means no tracing. */
  readonly tracesEndpoint: string | null;
  /** Requests per minute and client address; 0 means no limit. */
  readonly rateLimit: number;
  /** Proxies whose X-Forwarded-For is trusted: their number or subnets; false means none. */
  readonly trustedProxies: number | readonly string[] | false;
  /** Origins allowed by CORS; `*` means any, `localhost` those of this machine with any port. */
  readonly corsOrigins: readonly string[];
  /** Lower-case names by which agents may reach the server, beside localhost and addresses; `*` means any. */
  readonly mcpHosts: readonly string[];
  /** Whether only named queries are answered. */
  readonly documentsOnly: boolean;
  /** Size of the answer cache in bytes; 0 means no cache. */
  readonly answerBytes: number;
  /** Redis or Valkey that gateways share as an answer cache; null means that each has only its own. */
  readonly answerStore: string | null;
  /** The page for browsers at /graphql: GraphiQL, Apollo Sandbox or none. */
  readonly explorer: (typeof explorers)[number];
  /** File with the keys of readers and editors; null means none. */
  readonly keysFile: string | null;
  /** Whose tokens are keys too; null means nobody's. */
  readonly tokens: TokenSettings | null;
  /** The secrets that gateways and subgraphs share, the newest first. */
  readonly subgraphSecrets: readonly string[];
  /** Whether a subgraph refuses who does not sign. */
  readonly requireSigned: boolean;
  /** The language of LANG, or of what takes its place: in which commands tell people of their data. */
  readonly language: LabelLanguage;
  /** PATH: the folders to look for programs in. */
  readonly searchPath: string;
  /** Whether this runs in continuous integration, where a missing PostgreSQL fails the tests. */
  readonly ci: boolean;
}

/** An issuer of JSON Web Tokens. */
export interface TokenSettings {
  /** Where its public keys are. */
  readonly keysUrl: string;
  readonly issuer: string;
  readonly audience: string;
  /** The claim with the roles; a path such as `realm_access.roles`. */
  readonly rolesClaim: string;
  /** Seconds for which its public keys are used after they were fetched. */
  readonly keysAge: number;
}

/** Log levels, the most verbose first. */
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
  if (input === 'none') {
    return [];
  }
  for (const each of all) {
    const origin = /^https?:[^*]*$/i.test(each) && URL.canParse(each) ? new URL(each).origin : null;
    if (each !== '*' && each !== 'localhost' && each !== origin) {
      const hint = origin === null ? '' : `; the origin of that address is ${origin}`;
      const expected = 'expected origins such as https://example.org, separated by commas, or localhost, * or none';
      throw new Error(`${expected}, found ${JSON.stringify(each)}${hint}`);
    }
  }
  return all;
});

const hostNames = makeExactValidator((input) => {
  const names = input.split(',').map((name) => name.trim().toLowerCase());
  if (
    !names.every(
      (name) => name === '*' || (URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name),
    )
  ) {
    throw new Error('expected names of hosts such as data.example.org, without ports, separated by commas, or *');
  }
  return names;
});

/** Whether only this machine can connect: pages of its own servers may then read answers. */
const isLoopback = (address: string): boolean => /^(?:localhost|127(?:\.\d+){3}|::1)$/i.test(address);

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

const secrets = makeExactValidator((input) => {
  const all = input.split(',').map((secret) => secret.trim());
  if (all.length > 2 || !all.every((secret) => /^[!-+\--~]{32,200}$/.test(secret))) {
    throw new Error(
      'expected one secret of 32 to 200 letters, digits and signs of ASCII, or two, the newer first, with a comma between',
    );
  }
  return all;
});

const postgresUrl = makeExactValidator((input) => {
  parseConnectionUrl(input);
  return input;
});

const postgresUrls = makeExactValidator((input) => {
  const urls = input.split(',').map((url) => url.trim());
  urls.map(parseConnectionUrl);
  return urls;
});

const redisUrl = makeExactValidator((input) => {
  if (!/^rediss?:$/.test(URL.canParse(input) ? new URL(input).protocol : '')) {
    throw new Error('expected redis://host:port');
  }
  return input;
});

const namedUrls = makeExactValidator((input) => {
  const entries = input.split(',').map((entry) => entry.trim().split(/=(.*)/s, 2));
  const expected = 'expected name=http://host:port/graphql, separated by commas';
  const addresses = new Map<string, string>();
  for (const [name, url] of entries) {
    if (!name || !url || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
      throw new Error(expected);
    }
    if (new URL(url).pathname === '/') {
      throw new Error(`${expected}: the address of ${name} has no path`);
    }
    if (addresses.has(name)) {
      throw new Error(`${expected}: ${name} is there twice`);
    }
    addresses.set(name, url);
  }
  return addresses;
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
      REPLICA_URLS: postgresUrls({ default: [] }),
      SUPERGRAPH_PATH: str({ default: shippedSupergraph }),
      STOP_NOTICE_MS: wholeNumber({ default: 1_000 }),
      WRITE_TIMEOUT_MS: positive({ default: 15_000 }),
      SUBGRAPH_URLS: namedUrls({ default: new Map() }),
      OPERATION_TIMEOUT_MS: positive({ default: 15_000 }),
      SUBGRAPH_TIMEOUT_MS: positive({ default: 5_000 }),
      SUBGRAPH_ANSWER_LIMIT: positive({ default: 32 * 2 ** 20 }),
      MAX_COST: positive({ default: 100_000 }),
      MAX_DEPTH: positive({ default: 40 }),
      MAX_ALIASES: positive({ default: 50 }),
      MAX_ROOT_FIELDS: positive({ default: 40 }),
      MAX_DIRECTIVES: positive({ default: 50 }),
      MAX_TOKENS: positive({ default: 2_000 }),
      MAX_SELECTIONS: positive({ default: 1_000 }),
      MAX_FILTER_CONDITIONS: positive({ default: 200 }),
      MAX_LIST_VALUES: positive({ default: 5_000 }),
      FORWARD_HEADERS: headerNames({ default: [] }),
      LOG_LEVEL: str({ choices: logLevels, default: 'info' }),
      OTEL_EXPORTER_OTLP_ENDPOINT: webAddress({ default: undefined }),
      RATE_LIMIT: wholeNumber({ default: 6000 }),
      TRUST_PROXY: proxies({ default: false }),
      CORS_ORIGINS: origins({ default: undefined }),
      MCP_HOSTS: hostNames({ default: [] }),
      DOCUMENTS_ONLY: bool({ default: false }),
      ANSWER_CACHE_MB: wholeNumber({ default: 128 }),
      REDIS_URL: redisUrl({ default: undefined }),
      EXPLORER: str({ choices: explorers, default: 'graphiql' }),
      KEYS_FILE: str({ default: '' }),
      JWT_KEYS_URL: webAddress({ default: undefined }),
      JWT_ISSUER: str({ default: '' }),
      JWT_AUDIENCE: str({ default: '' }),
      JWT_ROLES_CLAIM: str({ default: 'roles' }),
      JWT_KEYS_AGE_S: positive({ default: 600 }),
      SUBGRAPH_SECRETS: secrets({ default: [] }),
      REQUIRE_SIGNED: bool({ default: false }),
      LC_ALL: str({ default: '' }),
      LC_MESSAGES: str({ default: '' }),
      LANG: str({ default: '' }),
      PATH: str({ default: '' }),
      CI: bool({ default: false }),
    },
    {
      reporter: ({ errors }) => {
        const problems = Object.entries(errors).map(([name, error]) => `${name}: ${error.message}`);
        if (problems.length > 0) {
          throw unusable(...problems);
        }
      },
    },
  );
  const { JWT_KEYS_URL: keysUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = env;
  const needed = [
    ...(keysUrl !== undefined && issuer === '' ? ['JWT_ISSUER: JWT_KEYS_URL needs it'] : []),
    ...(keysUrl !== undefined && audience === '' ? ['JWT_AUDIENCE: JWT_KEYS_URL needs it'] : []),
    ...(keysUrl === undefined && `${issuer}${audience}` !== ''
      ? ['JWT_KEYS_URL: JWT_ISSUER and JWT_AUDIENCE need it']
      : []),
    ...(env.REQUIRE_SIGNED && env.SUBGRAPH_SECRETS.length === 0 ? ['SUBGRAPH_SECRETS: REQUIRE_SIGNED needs it'] : []),
  ];
  if (needed.length > 0) {
    throw unusable(...needed);
  }
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    replicaUrls: replicasBeside(env.DATABASE_URL, env.REPLICA_URLS),
    supergraphPath: env.SUPERGRAPH_PATH,
    stopNotice: env.STOP_NOTICE_MS,
    writeTimeout: env.WRITE_TIMEOUT_MS,
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
    maxSelections: env.MAX_SELECTIONS,
    maxConditions: env.MAX_FILTER_CONDITIONS,
    maxListValues: env.MAX_LIST_VALUES,
    forwardedHeaders: env.FORWARD_HEADERS,
    logLevel: env.LOG_LEVEL,
    tracesEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    rateLimit: env.RATE_LIMIT,
    trustedProxies: env.TRUST_PROXY,
    // A trusted proxy lets others connect.
    corsOrigins: env.CORS_ORIGINS ?? (isLoopback(env.HOST) && env.TRUST_PROXY === false ? ['localhost'] : []),
    mcpHosts: env.MCP_HOSTS,
    documentsOnly: env.DOCUMENTS_ONLY,
    answerBytes: env.ANSWER_CACHE_MB * 2 ** 20,
    answerStore: env.REDIS_URL ?? null,
    explorer: env.EXPLORER,
    keysFile: env.KEYS_FILE === '' ? null : env.KEYS_FILE,
    tokens:
      keysUrl === undefined
        ? null
        : { keysUrl, issuer, audience, rolesClaim: env.JWT_ROLES_CLAIM, keysAge: env.JWT_KEYS_AGE_S },
    subgraphSecrets: env.SUBGRAPH_SECRETS,
    requireSigned: env.REQUIRE_SIGNED,
    language: /^zh/i.test([env.LC_ALL, env.LC_MESSAGES, env.LANG].find((each) => each !== '') ?? '') ? 'ZH' : 'EN',
    searchPath: env.PATH,
    ci: env.CI,
  };
}

/** The replicas, which are servers beside the database; throws a `UserError` where they are not. */
function replicasBeside(databaseUrl: string | undefined, urls: readonly string[]): readonly string[] {
  const addresses = [...(databaseUrl === undefined ? [] : [databaseUrl]), ...urls].map(addressOf);
  const twice = addresses.find((address, place) => addresses.indexOf(address) < place);
  if (urls.length > 0 && databaseUrl === undefined) {
    throw unusable('REPLICA_URLS: they are replicas of the database of DATABASE_URL, which is not set');
  }
  if (twice !== undefined) {
    throw unusable(`REPLICA_URLS: ${twice} is named twice, or by DATABASE_URL too; a replica is another server`);
  }
  return urls;
}

function unusable(...problems: readonly string[]): UserError {
  return new UserError(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
}
