import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot, type Config } from '../../platform/config.js';
import type { EnumLabel } from '../../platform/enum-label.js';
import { shippedFolders } from '../../platform/import/shipped-folders.js';
import { shownVersions, type Versions } from '../request/data-versions.js';
import type { Agent } from './agent.js';
import { schemaIndex } from './schema-text.js';
import { answerLimit, toolAnswer } from './tool-answer.js';

/** What a resource needs beside the agent that reads it. */
export interface ResourceContext {
  readonly config: Config;
  /** The data versions that the subgraphs have now. */
  readonly versions: () => Promise<Versions>;
}

/** A resource at one address. */
export interface Resource {
  readonly name: string;
  readonly uri: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
  readonly read: (agent: Agent, context: ResourceContext) => string | Promise<string>;
}

/** The resources, beside those of each type of the schema. */
export const resources: readonly Resource[] = [
  {
    name: 'schema',
    uri: 'jiedui://schema',
    title: 'Schema: root fields and names of types',
    description: 'What the tool query may ask; each type is jiedui://schema/{type}.',
    mimeType: 'text/plain',
    read: (agent) => schemaIndex(agent.named.catalogue().schema),
  },
  {
    name: 'vocabulary',
    uri: 'jiedui://vocabulary',
    title: 'Vocabulary',
    description: 'The values of all enumerations in English and Chinese: FISCAL = fiscal = 财政资金.',
    mimeType: 'text/plain',
    read: () => vocabulary(),
  },
  {
    name: 'datasets',
    uri: 'jiedui://datasets',
    title: 'Data sets and data versions',
    description: 'The data version of each subgraph now, the data sets that ship, and the changes by imports.',
    mimeType: 'application/json',
    read: async (agent, { versions }) =>
      JSON.stringify({
        dataVersions: shownVersions(await versions()),
        shipped: [...shippedFolders.keys()],
        imports: toolAnswer(await agent.askNamed('brief-imports', {})),
      }),
  },
  {
    name: 'limits',
    uri: 'jiedui://limits',
    title: 'Limits',
    description:
      'How large and how expensive a query may be, how many are answered in a minute, and how long they may take.',
    mimeType: 'application/json',
    read: (_agent, { config }) => JSON.stringify(limitsOf(config)),
  },
];

let labels: string | undefined;

function vocabulary(): string {
  if (labels === undefined) {
    const all = JSON.parse(readFileSync(join(projectRoot, 'schema', 'labels.json'), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, EnumLabel>>>
    >;
    labels = Object.entries(all)
      .filter(([name]) => !name.endsWith('GroupKey') && name !== 'CsvTable')
      .map(([name, values]) => {
        const texts = Object.entries(values).map(([value, { en, zh }]) => `${value} = ${en} = ${zh}`);
        return `${name}: ${texts.join('; ')}\n`;
      })
      .join('');
  }
  return labels;
}

const limitsOf = (config: Config): object => ({
  answerBytes: answerLimit,
  cost: config.maxCost,
  tokens: config.maxTokens,
  selections: config.maxSelections,
  depth: config.maxDepth,
  rootFields: config.maxRootFields,
  aliases: config.maxAliases,
  directives: config.maxDirectives,
  conditions: config.maxConditions,
  listValues: config.maxListValues,
  requestsPerMinute: config.rateLimit === 0 ? null : config.rateLimit,
  operationTimeoutMs: config.operationTimeout,
  namedQueriesOnly: config.documentsOnly,
});
