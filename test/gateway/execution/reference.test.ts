import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import '../../../gateway/no-telemetry.js';
import { inProcess } from '../../../gateway/fetch/in-process-data-source.js';
import { projectRoot, readConfig } from '../../../platform/config.js';
import { shippedGraph, type TestGraph } from '../../support/graph.js';
import { Random } from '../../support/mutations/random.js';
import { faultySource } from '../../support/queries/faulty-source.js';
import { randomQuery } from '../../support/queries/random-query.js';
import { twoExecutors, type TwoExecutors } from '../../support/queries/two-executors.js';

const seed = Number(process.env['MUTATION_SEED'] ?? 2017);
/** By how much the number of queries below is multiplied: 50 for 10,000. */
const times = Number(process.env['MUTATION_TIMES'] ?? 1);
const count = 200;

/** How often each document is asked, each time with other faults. */
const rounds = 2;

interface Document {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** All documents that have an example of their variables. */
const documents: readonly Document[] = globSync('documents/**/*.json', { cwd: projectRoot })
  .sort()
  .map((file) => {
    const { variables = {} } = JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as Partial<Document>;
    const query = readFileSync(join(projectRoot, file.replace(/json$/, 'graphql')), 'utf8');
    return { name: file, query, variables };
  });

describe('an answer to a query whose fetches are at fault', () => {
  const api = buildSchema(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8'));
  let opened: TestGraph;
  let executors: TwoExecutors;
  let faults = 0;

  beforeAll(async () => {
    opened = await shippedGraph('sqlite');
    const sourceOf = inProcess(opened.graph, 60_000);
    executors = await twoExecutors(readFileSync(readConfig({}).supergraphPath, 'utf8'), (name) =>
      faultySource(name, sourceOf({ name }), () => faults),
    );
  });

  afterAll(async () => {
    await executors.stop();
    await opened.close();
  });

  test(`is that of Apollo's executor, for ${documents.length} documents`, async () => {
    const differences: string[] = [];
    for (const { name, query, variables } of documents) {
      for (let round = 0; round < rounds; round += 1) {
        faults = seed + round;
        const difference = await executors.differenceOf(query, variables);
        differences.push(...(difference === null ? [] : [`${name}, round ${round}: ${difference}`]));
      }
    }
    expect(documents.length).toBeGreaterThan(40);
    expect(differences).toEqual([]);
  });

  test(
    `is that of Apollo's executor, for ${count * times} random queries with seed ${seed}`,
    async () => {
      const differences: string[] = [];
      for (let number = 0; number < count * times; number += 1) {
        faults = seed * 1_000_003 + number;
        const { query, variables } = randomQuery(api, new Random(faults));
        const difference = await executors.differenceOf(query, variables);
        differences.push(...(difference === null ? [] : [`${number}: ${difference}`]));
      }
      expect(differences).toEqual([]);
    },
    300_000 * times,
  );
});
