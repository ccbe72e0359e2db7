import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  execute,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from 'graphql';

import { projectRoot, readConfig } from '../../platform/config.js';
import type { Database } from '../../platform/database.js';
import { importShipped } from '../../platform/import/shipped.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { composeSchemas } from '../../scripts/compose.js';
import { subgraphs } from '../../subgraphs/index.js';
import { askWhole } from '../support/client.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';
import { undescribed } from '../support/undescribed.js';

const schemas = new Map(subgraphs.map((subgraph) => [subgraph, buildSubgraph(subgraph).schema]));

function schemaOf(subgraph: Subgraph): GraphQLSchema {
  const schema = schemas.get(subgraph);
  if (!schema) {
    throw new Error(`There is no subgraph ${subgraph.name}.`);
  }
  return schema;
}

describe('the schemas', () => {
  const files = composeSchemas(subgraphs);

  test('compose, and schema/ has what they compose to', () => {
    const committed = new Map(
      [...files.keys()].map((path) => [path, readFileSync(join(projectRoot, 'schema', path), 'utf8')]),
    );
    expect(committed).toEqual(files);
  });

  test('lead from every type of record to its discrepancies', () => {
    const api = buildSchema(composeSchemas(subgraphs).get('api.graphql') ?? '');
    const reported = api.getType('Reported') as GraphQLInterfaceType;
    const types = api.getPossibleTypes(reported);
    expect(types.length).toBeGreaterThanOrEqual(14);
    expect(types.filter((type) => !('discrepancies' in type.getFields())).map(({ name }) => name)).toEqual([]);
  });

  test('describe every element', () => {
    expect(undescribed(files.get('api.graphql') ?? '')).toEqual([]);
  });
});

describe.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
  'the schema of %s',
  (_name, subgraph) => {
    const schema = schemaOf(subgraph);

    test('adds only nullable fields to types of other subgraphs', () => {
      expect(
        addedFields(subgraph, schema)
          .filter((field) => isNonNullType(field.type))
          .map(({ path }) => path),
      ).toEqual([]);
    });

    test('refers to types of other subgraphs by nullable fields', () => {
      const crossing = allFields(schema).filter((field) => isForeign(subgraph, schema, nameOf(field)));
      expect(crossing.filter((field) => isNonNullType(field.type)).map(({ path }) => path)).toEqual([]);
    });
  },
);

describeEachEngine('each subgraph', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const owned = subgraphs.flatMap((subgraph) => Object.keys(subgraph.owned).map((type) => [type, subgraph] as const));

  test.each(owned)(
    'answers 50 references to %s with one statement, in order, null for an unknown one',
    async (type, subgraph) => {
      const database = databaseOf(opened, subgraph);
      const ids = await someIds(database, type, 49);
      const asked = [...ids.slice(0, 20), 'unknown', ...ids.slice(20)];
      let answer: unknown;
      await expect(async () => {
        const result = await execute({
          schema: schemaOf(subgraph),
          document: parse(`query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { id } } }`),
          variableValues: { keys: asked.map((id) => ({ __typename: type, id })) },
          contextValue: createSubgraphContext(subgraph, database),
        });
        answer = JSON.parse(JSON.stringify(result));
      }).toSendStatements(database, 1);
      expect(answer).toEqual({ data: { _entities: asked.map((id) => (id === 'unknown' ? null : { id })) } });
    },
  );

  test.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
    'has migrations for %s that bring its tables to what its entities say',
    async (_name, subgraph) => {
      expect(await databaseOf(opened, subgraph).orm.schema.getUpdateSchemaSQL({ wrap: false, safe: true })).toBe('');
    },
  );

  test.each(subgraphs.map((subgraph) => [subgraph.name, subgraph] as const))(
    'says with an answer of %s, and by itself, which data version it is of',
    async (_name, subgraph) => {
      const database = databaseOf(opened, subgraph);
      const server = await startSubgraph(subgraph, database, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
      const version = await database.version();
      const keys = Object.keys(subgraph.owned).map((type) => ({ __typename: type, id: 'unknown' }));
      const answer = await askWhole(
        server.url,
        'query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }',
        {
          keys,
        },
      );
      expect(answer).toEqual({ data: { _entities: keys.map(() => null) }, extensions: { dataVersion: version } });
      expect(await (await fetch(`${server.url}/version`)).json()).toEqual({ version });
      await server.stop();
    },
  );

  test('holds the same rows after the same import again', async () => {
    const before = await allRows(opened);
    expect(await importShipped(opened.graph, ['register', 'articles'])).toEqual([
      { dataset: 'register', rows: 0, overlaps: [], warnings: [] },
      { dataset: 'articles', rows: 0, overlaps: [], warnings: [] },
    ]);
    expect(await allRows(opened)).toEqual(before);
  });
});

/** As many ids of a type as asked for; they repeat where the table has fewer, and are unknown where it has none. */
async function someIds(database: Database, type: string, count: number): Promise<string[]> {
  const { tableName } = database.orm.getMetadata().getByClassName(type);
  const rows = await database
    .read<Record<string, { id: string }>>()
    .selectFrom(tableName)
    .select('id')
    .limit(count)
    .execute();
  return Array.from({ length: count }, (_, place) => rows[place % rows.length]?.id ?? 'unknown');
}

/** The rows of every table of every subgraph. */
async function allRows({ graph }: TestGraph): Promise<unknown> {
  return Promise.all(
    graph.flatMap(({ subgraph, database }) =>
      subgraph.entities.map(async (entity) => {
        const table = database.orm.getMetadata().get(entity as never).tableName;
        const rows = await database.read<Record<string, object>>().selectFrom(table).selectAll().execute();
        return [subgraph.name, table, rows.map((row) => JSON.stringify(row)).sort()];
      }),
    ),
  );
}

interface SchemaField {
  readonly path: string;
  readonly type: Parameters<typeof getNamedType>[0];
}

function nameOf({ type }: SchemaField): string {
  return getNamedType(type)?.name ?? '';
}

/** The fields of every object type, but those of federation itself. */
function allFields(schema: GraphQLSchema): SchemaField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('_'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !field.name.startsWith('_'))
        .map((field) => ({ path: `${type.name}.${field.name}`, type: field.type })),
    );
}

/** The fields that a subgraph adds to types of others: neither their key nor what all subgraphs answer. */
function addedFields(subgraph: Subgraph, schema: GraphQLSchema): SchemaField[] {
  const isShared = (path: string): boolean => {
    const [typeName = '', fieldName = ''] = path.split('.');
    const type = schema.getType(typeName);
    const directives = isObjectType(type) ? type.getFields()[fieldName]?.astNode?.directives : undefined;
    return fieldName === 'id' || directives?.some(({ name }) => name.value === 'shareable') === true;
  };
  return allFields(schema).filter(
    ({ path }) => subgraph.extended.includes(path.split('.')[0] ?? '') && !isShared(path),
  );
}

/** Whether a type, or one that can stand for it, is an entity of another subgraph. */
function isForeign(subgraph: Subgraph, schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  if (isAbstractType(type)) {
    return schema.getPossibleTypes(type).some((each) => isForeign(subgraph, schema, each.name));
  }
  return subgraphs.some((each) => each !== subgraph && Object.hasOwn(each.owned, name));
}
