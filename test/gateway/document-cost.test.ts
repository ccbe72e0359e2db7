import { globSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, Kind, parse, type OperationDefinitionNode } from 'graphql';

import { estimate } from '../../gateway/limits/cost.js';
import { costModel, type CostModel } from '../../gateway/limits/cost-model.js';
import { costTree, introspectionCost, type CostTree } from '../../gateway/limits/cost-tree.js';
import { CostsOfOperations } from '../../gateway/limits/operation-costs.js';
import { measureDocument } from '../../gateway/limits/measure.js';
import { isNestedDeeper } from '../../gateway/limits/nesting.js';
import { projectRoot, readConfig } from '../../platform/config.js';

const treeOf = (model: CostModel, query: string, variables: Readonly<Record<string, unknown>> = {}): CostTree => {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return costTree(document, operation as OperationDefinitionNode, variables, model);
};

describe('measureDocument', () => {
  test.each([
    ['{ a }', { depth: 1, rootFields: 1, aliases: 0, directives: 0, selections: 1 }],
    ['{ x: a { y: b z: c } d }', { depth: 2, rootFields: 2, aliases: 3, directives: 0, selections: 4 }],
    [
      '{ ...A ...A } fragment A on Query { x: a { b @include(if: true) } }',
      { depth: 3, rootFields: 2, aliases: 2, directives: 2, selections: 6 },
    ],
    ['{ ... on Query { a { b } } }', { depth: 3, rootFields: 1, aliases: 0, directives: 0, selections: 3 }],
    ['{ a(x: { y: [{ z: 1 }] }) }', { depth: 4, rootFields: 1, aliases: 0, directives: 0, selections: 1 }],
    [
      'query A($x: [[Int]] = [[[1]]] @d) @d { a } query B { a b }',
      { depth: 3, rootFields: 2, aliases: 0, directives: 2, selections: 2 },
    ],
    [
      '{ a } fragment Unused on A { b { c { d } } }',
      { depth: 3, rootFields: 1, aliases: 0, directives: 0, selections: 3 },
    ],
    ['{ ...A } fragment A on Query { a ...A }', { depth: 2, rootFields: 1, aliases: 0, directives: 0, selections: 3 }],
    ['{ ...Missing }', { depth: 1, rootFields: 0, aliases: 0, directives: 0, selections: 1 }],
  ])('counts with fragments in place: %s', (query, expected) => {
    expect(measureDocument(parse(query))).toEqual(expected);
  });

  test('counts what fragments multiply to without unfolding them', () => {
    const doubled = (times: number): string =>
      Array.from({ length: times }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ');
    const measured = (times: number): unknown =>
      measureDocument(parse(`{ ...F0 } ${doubled(times)} fragment F${times} on Query { a: b }`));
    expect(measured(20)).toMatchObject({ rootFields: 2 ** 20, aliases: 2 ** 20, depth: 22 });
    expect(measured(500)).toMatchObject({ rootFields: Number.MAX_SAFE_INTEGER, depth: 502 });
  });
});

describe('isNestedDeeper', () => {
  test.each([
    [0, { a: 1 }, false],
    [0, { a: [] }, true],
    [2, { a: { b: [1] } }, false],
    [2, { a: { b: [{}] } }, true],
    [0, null, false],
  ])('%j levels in %j: %j', (levels, value, expected) => {
    expect(isNestedDeeper(levels, value)).toBe(expected);
  });
});

const small = costModel(`
  schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize", { name: "@cost", as: "@weight" }]) {
    query: Root
  }
  type Root {
    regions(first: Int! = 50, text: String @weight(weight: 7)): Regions!
      @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    hits(first: Int = 10, filter: RegionsFilter): [Region!] @listSize(slicingArguments: ["first"])
    all: [[Region!]!]! @listSize(assumedSize: 100)
    region: Region
    named: Named
    dear: Int @weight(weight: 5)
  }
  type Regions { totalCount: Int! nodes: [Region!]! edges: [Edge!] }
  type Edge { cursor: String! node: Region }
  interface Named { name: String! }
  type Region implements Named @weight(weight: 2) { name: String! aliases: [String!]! parts: [Region!]! }
`);

describe('an estimate', () => {
  test.each<[string, object, number]>([
    ['{ region { name aliases } }', {}, 2 + 1 + 3],
    ['{ named { name } }', {}, 2 + 1],
    ['{ dear }', {}, 5],
    ['{ all { name } }', {}, 100 * (2 + 1)],
    ['{ region { parts { parts { name } } } }', {}, 2 + 3 * (2 + 3 * (2 + 1))],
    ['{ regions { totalCount } }', {}, 1 + 1],
    ['{ regions { nodes { name } } }', {}, 1 + 50 * (2 + 1)],
    ['{ regions(first: 5) { nodes { name } edges { node { name } } } }', {}, 1 + 5 * (2 + 1) + 5 * (1 + 2 + 1)],
    ['{ regions(first: 5, text: "x") { nodes { parts { name } } } }', {}, 7 + 1 + 5 * (2 + 3 * (2 + 1))],
    ['query ($n: Int!) { regions(first: $n) { nodes { name } } }', { n: 3 }, 1 + 3 * (2 + 1)],
    ['query ($n: Int! = 4) { regions(first: $n) { nodes { name } } }', {}, 1 + 4 * (2 + 1)],
    ['query ($n: Int) { hits(first: $n) { name } }', {}, 10 * (2 + 1)],
    ['{ hits(first: 0) { name } }', {}, 0],
    ['{ hits(first: -9) { name } }', {}, 0],
    ['{ a: region { name } b: region { name } }', {}, 2 * (2 + 1)],
    ['{ region { name } ...A } fragment A on Root { region { parts { name } } }', {}, 2 + 1 + 3 * (2 + 1)],
    ['{ named { ... on Region { parts { name } } } }', {}, 2 + 3 * (2 + 1)],
    ['query ($no: Boolean = false) { region @include(if: $no) { name } dear @skip(if: true) }', {}, 0],
    ['query ($yes: Boolean!) { ... @include(if: $yes) { dear } }', { yes: true }, 5],
    ['{ __typename __schema { types { name } } }', {}, 1 + introspectionCost],
  ])('%s with %j', (query, variables, expected) => {
    expect(estimate(treeOf(small, query, variables as Record<string, unknown>))).toBe(expected);
  });
});

describe('the costs of an operation', () => {
  const query = `query ($v: Any, $n: Int, $yes: Boolean) {
    regions(first: $n, text: $v) { nodes { name } }
    hits(first: $n, filter: { a: $v, b: { c: [$v] } }) { name }
    region @include(if: $yes) { name aliases }
  }`;
  const document = parse(query);
  const [operation] = document.definitions as [OperationDefinitionNode];
  const values = [
    undefined,
    null,
    1,
    'x',
    [],
    [1],
    [1, 2],
    [[]],
    [{}],
    [{ a: 1 }, [1]],
    {},
    { a: 1 },
    { a: [] },
    { a: [{}], b: 2 },
  ];
  const variables = values.flatMap((v) =>
    [undefined, null, 0, 3].flatMap((n) => [undefined, true, false].map((yes) => ({ v, n, yes }))),
  );

  test('are the same when they are known from equal sizes', () => {
    const known = new CostsOfOperations();
    const sizes = new Map([['Region', 100_000]]);
    for (const given of [...variables, ...variables.toReversed()]) {
      const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const tree = costTree(document, operation, present, small, sizes);
      const { fields, estimate: estimated } = known.of(document, operation, present, small, sizes);
      expect([present, fields, estimated]).toEqual([present, tree, estimate(tree)]);
    }
  });
});

describe('what ships', () => {
  const { maxCost, maxDepth, maxRootFields, maxAliases, maxDirectives, maxTokens, maxSelections, supergraphPath } =
    readConfig({});
  const model = costModel(readFileSync(supergraphPath, 'utf8'));
  const documents = globSync(['documents/**/*.graphql', 'bench/documents/*.graphql'], { cwd: projectRoot }).map(
    (path) => {
      const answer = join(projectRoot, path.replace(/graphql$/, 'json'));
      const { variables = {} } = existsSync(answer)
        ? (JSON.parse(readFileSync(answer, 'utf8')) as { variables?: Record<string, unknown> })
        : {};
      return [relative('documents', path), readFileSync(join(projectRoot, path), 'utf8'), variables] as const;
    },
  );
  const introspection = getIntrospectionQuery({
    schemaDescription: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
    oneOf: true,
  });

  test.each([...documents, ['the introspection of the explorer', introspection, {}] as const])(
    'takes half of each limit at most: %s',
    (_name, query, variables) => {
      const document = parse(query, { maxLexicalTokens: maxTokens / 2 });
      const { depth, rootFields, aliases, directives, selections } = measureDocument(document);
      expect(depth).toBeLessThanOrEqual(maxDepth / 2);
      expect(rootFields).toBeLessThanOrEqual(maxRootFields / 2);
      expect(aliases).toBeLessThanOrEqual(maxAliases / 2);
      expect(directives).toBeLessThanOrEqual(maxDirectives / 2);
      expect(selections).toBeLessThanOrEqual(maxSelections / 2);
      expect(estimate(treeOf(model, query, variables))).toBeLessThanOrEqual(maxCost / 2);
    },
  );

  test('is all of it', () => {
    expect(documents.length).toBeGreaterThanOrEqual(50);
  });

  test.each([
    ['{ pairings { nodes { id sources { paragraph } } } }', 1 + 50 * (1 + 1 + 3 * (1 + 1))],
    ['{ search(text: "西湖", first: 20) { matched } }', 500 + 20 * (1 + 1)],
    ['{ region(id: "330106") { fundsReceivedTotal(kind: FISCAL) { value } } }', 1 + 20 + 1],
    ['{ fundGroups(kind: FISCAL, groupBy: YEAR, first: 10) { total { value } } }', 500 + 10 * (1 + 20 + 1)],
  ])('costs by the directives of the subgraphs: %s', (query, expected) => {
    expect(estimate(treeOf(model, query))).toBe(expected);
  });
});
