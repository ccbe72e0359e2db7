import * as z from 'zod';

import { badUserInput } from '../../platform/errors.js';
import type { CatalogueEntry } from '../documents/catalogue.js';
import { askById, type Agent } from './agent.js';
import { listQuestions } from './questions.js';
import type { Found } from './tool-answer.js';

/** A tool: what agents read of it, the arguments that it takes, and what it does with them. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly run: (agent: Agent, given: Readonly<Record<string, unknown>>) => Promise<Found>;
}

const tool = <Shape extends z.ZodRawShape>(
  about: Pick<Tool, 'name' | 'title' | 'description'>,
  shape: Shape,
  run: (agent: Agent, given: z.output<z.ZodObject<Shape>>) => Found | Promise<Found>,
): Tool => ({
  ...about,
  input: z.strictObject(shape),
  run: async (agent, given) => run(agent, given as z.output<z.ZodObject<Shape>>),
});

const language = z.enum(['EN', 'ZH']).optional().describe('Of texts such as "65.94 million yuan". Default EN.');
const after = z.string().optional().describe('nextCursor of the answer before.');
const id = z.string().min(1).max(200);

const kinds = ['region', 'pairing', 'programme', 'organisation', 'document', 'provision', 'project'] as const;

const find = tool(
  {
    name: 'find',
    title: 'Find by name',
    description:
      'Finds regions, pairings, programmes, organisations, documents, provisions and projects by what people type: 沿河, Yanhe, yanhe, xhq, 522228, 西湖宣恩, also with slips. Best first. Start here: the other tools take its ids.',
  },
  {
    text: z.string().min(1).max(100).describe('One name or several that narrow one another: 重庆 酉阳.'),
    kinds: z.array(z.enum(kinds)).optional(),
    within: id.optional().describe('Id of a region: only what lies in it.'),
    first: z.int().min(1).max(50).optional().describe('Default 10.'),
    language,
  },
  (agent, { kinds: wanted, ...given }) =>
    agent.askNamed('brief-hits', { ...given, kinds: wanted?.map((kind) => kind.toUpperCase()) }),
);

const describe = tool(
  {
    name: 'describe',
    title: 'Describe one thing',
    description:
      'What is known of one thing. A region: its names over time, who helps it, whom it helps, since when. A pairing: sides, periods, legal basis, what its money, jobs and training come to. A programme: its rounds and what is missing of them. A document: title, issuer, address.',
  },
  {
    kind: z.enum(kinds),
    id: id.describe('As "find" gives it: 520627, zhangjiagang-yanhe.'),
    first: z.int().min(1).max(200).optional().describe('How many pairings at most. Default 50.'),
    after,
    language,
  },
  (agent, { kind, ...given }) => askById(agent, `brief-${kind}`, kind, given),
);

const total = tool(
  {
    name: 'total',
    title: 'Add up, with sources',
    description:
      'What the records of a pairing, region or programme come to: the sum with its bounds, what is left out and why, and each record with its figure, document and paragraph. Counts each record once and never adds unlike things, so use this rather than adding up yourself. A sum that is null has bounds in min and max.',
  },
  {
    kind: z.enum(['pairing', 'region', 'programme']),
    id,
    what: z
      .enum([
        'funds',
        'fundsGiven',
        'projects',
        'sales',
        'enterprises',
        'facilities',
        'jobOffers',
        'placements',
        'exchanges',
        'exchangesSent',
        'courses',
        'secondments',
        'secondmentsSent',
        'experts',
        'expertsSent',
      ])
      .describe(
        'Of a region: what it receives, fundsGiven and …Sent what it gives; without enterprises and facilities.',
      ),
    fundKind: z
      .enum(['FISCAL', 'SOCIAL', 'SOCIAL_CASH', 'SOCIAL_IN_KIND', 'INVESTMENT', 'FINANCING', 'UNSPECIFIED'])
      .optional()
      .describe('Default FISCAL, money from budgets; SOCIAL are donations.'),
    basis: z.enum(['CUMULATIVE', 'ANNUAL']).optional().describe('Figures of all time (default) or of one year each.'),
    statuses: z
      .array(z.enum(['ACTUAL', 'COMMITTED', 'PLANNED', 'TARGET', 'EXPECTED', 'UNSPECIFIED']))
      .optional()
      .describe('Default ACTUAL.'),
    includeParts: z.boolean().optional().describe('With what belongs to the pairings and regions below. Default true.'),
    first: z.int().min(1).max(200).optional().describe('How many records are shown. Default 20.'),
    after,
    language,
  },
  (agent, { kind, what, ...given }) => {
    const named = totals.map((part) => agent.named.find(`total-${part}-of-${kind}`));
    const asked = named.find((entry) => totalsOf(entry).includes(what));
    if (!asked) {
      throw badUserInput('what', `of a ${kind} one of ${named.flatMap(totalsOf).join(', ')}`, what);
    }
    return askById(agent, asked.name, kind, { ...given, [what]: true });
  },
);

/** The parts of totals, each of one subgraph beside names: one that is down leaves the others whole. */
const totals = ['money', 'jobs', 'visits', 'training'];

/** The totals that a named query has: its variables that say which. */
const totalsOf = ({ variables }: CatalogueEntry): readonly string[] =>
  variables.flatMap(({ name, type }) => (String(type) === 'Boolean!' && name !== 'includeParts' ? [name] : []));

const questionList = tool(
  {
    name: 'list_questions',
    title: 'List ready questions',
    description:
      'Lists questions that have a ready query, with the variables that each takes: totals by year, changes between rounds, what is missing, rows of records as tables (funds, placements, pairings …). For ask_question.',
  },
  {
    text: z.string().max(200).optional().describe('English words to look for: money year.'),
    first: z.int().min(1).max(50).optional().describe('Default 20.'),
    after,
  },
  (agent, { first = 20, ...given }) => listQuestions(agent.named.catalogue().catalogue, { first, ...given }),
);

/** Rows of a table, where an agent does not say how many. */
const tableRows = 50;

const ask = tool(
  {
    name: 'ask_question',
    title: 'Ask a ready question',
    description: 'Answers a question of list_questions. A table takes first, after and filter.',
  },
  {
    name: id.describe('As list_questions gives it: fiscal-aid-by-year.'),
    variables: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('By name. The example of list_questions shows them.'),
  },
  (agent, { name, variables = {} }) => {
    const rows = agent.named.find(name).variables.some((variable) => variable.name === 'first');
    return agent.askNamed(name, { ...(rows ? { first: tableRows } : {}), ...variables });
  },
);

const query = tool(
  {
    name: 'query',
    title: 'Ask in GraphQL',
    description:
      'Answers a GraphQL query of the whole graph, where the other tools do not. Read the resource jiedui://schema and jiedui://schema/{type} first. Select sources { paragraph document { id title url } } to cite, and pageInfo { hasNextPage endCursor } of lists. Limits: jiedui://limits.',
  },
  {
    query: z.string().min(1),
    variables: z.record(z.string(), z.unknown()).optional(),
    operationName: z.string().optional(),
  },
  (agent, { query: text, variables = {}, operationName }) =>
    agent.askQuery({ query: text, variables, ...(operationName === undefined ? {} : { operationName }) }),
);

/** The tools; without `query` where only named queries are answered. */
export const tools = ({ documentsOnly }: { readonly documentsOnly: boolean }): readonly Tool[] => [
  find,
  describe,
  total,
  questionList,
  ask,
  ...(documentsOnly ? [] : [query]),
];
