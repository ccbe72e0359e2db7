import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isIntrospectionType } from 'graphql';
import ts from 'typescript';

import { describedEnums } from '../../platform/described-enum.js';
import { projectRoot } from '../../platform/config.js';
import { labelsJson } from '../../scripts/labels.js';
import { subgraphs } from '../../subgraphs/index.js';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

const values = describedEnums().flatMap(({ name, labels }) =>
  Object.entries(labels).map(([value, label]) => ({ name, value, label })),
);
const valueNames = new Set(values.map(({ value }) => value));

/**
 * Labels are looked for where the graph is made; scripts and tests read and write what others have printed. The names of
 * tables and columns are no labels, though a value may be called the same.
 */
const sources = globSync('{gateway,platform,vocabulary,subgraphs}/**/*.{ts,tsx}', { cwd: projectRoot })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => !file.includes('/generated/') && !file.startsWith('vocabulary/chinese/'));

test('each value of each enumeration of the API has a label in English and in Chinese', () => {
  expect(subgraphs.length).toBeGreaterThan(0);
  const ofApi = Object.values(buildSchema(read('schema/api.graphql')).getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => `${type.name}.${name}`) : []));
  expect(values.map(({ name, value }) => `${name}.${value}`).sort()).toEqual(ofApi.sort());

  const faults = values.filter(({ label: { en, one = en, zh, measure = '一' } }) => {
    const isSymbol = !/\p{Letter}/u.test(zh);
    const isEnglish = [en, one].every((text) => text === text.trim() && text !== '' && !hasHan(text));
    return !isEnglish || zh.trim() === '' || !(hasHan(zh) || isSymbol) || !hasHan(measure);
  });
  expect(faults).toEqual([]);
});

test('schema/labels.json has all labels', () => {
  expect(read('schema/labels.json')).toBe(labelsJson());
  const written = JSON.parse(read('schema/labels.json')) as Record<string, Record<string, unknown>>;
  expect(values.filter(({ name, value }) => !written[name]?.[value])).toEqual([]);
});

test('no label of an enumeration stands outside describedEnum', () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.flatMap((file) => repeatedLabels(file, read(file)))).toEqual([]);
});

test('a label outside describedEnum is found, in whatever way it is written', () => {
  const found = (code: string, file = 'vocabulary/some.ts'): readonly string[] => repeatedLabels(file, code);
  expect(found(`const heads = ['Fiscal', '财政帮扶资金'];`)).toEqual(['vocabulary/some.ts: 财政帮扶资金 is a label']);
  expect(found(`const terms = { FISCAL: ['Fiscal money', '财政资金'] };`)).toEqual([
    'vocabulary/some.ts: FISCAL has a text',
  ]);
  expect(found(`const units = { PERSON: [' person', ' persons'] };`)).toEqual([
    'vocabulary/some.ts: PERSON has a text',
  ]);
  expect(found('const bounds = { AT_LEAST: (number) => `at least ${number}` };')).toEqual([
    'vocabulary/some.ts: AT_LEAST has a text',
  ]);
  expect(found(`const names = { TARGET: 'target' };`, 'gateway/pages/some.ts')).toEqual([
    'gateway/pages/some.ts: TARGET has a text',
  ]);
});

test('what is no label outside describedEnum is not found', () => {
  const found = (code: string): readonly string[] => repeatedLabels('vocabulary/some.ts', code);
  expect(
    found(`const Money = describedEnum('Money', 'Money.', { FISCAL: ['fiscal', '财政帮扶资金', 'Budgets.'] });`),
  ).toEqual([]);
  expect(found(`const columns = { PROVINCE: 'province' };`)).toEqual([]);
  expect(found('const formats = { MONTH: `${year}年${month}月`, DAY: [0, 0, 1] };')).toEqual([]);
  expect(found(`const scales = { EN: 'million', ZH: '万' };`)).toEqual([]);
});

/**
 * The places of a source outside describedEnum where a string is the Chinese label of a value (nouns of units are words
 * like any other), or where a property named for a value holds a label of a value of that name, or any Chinese string.
 * One English word alone may be an identifier, but not in a page. Under the names of languages stand texts in them.
 */
function repeatedLabels(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'describedEnum') {
      return;
    }
    if (ts.isPropertyAssignment(node) && holdsLabel(file, node.name.getText(), node.initializer)) {
      faults.push(`${file}: ${node.name.getText()} has a text`);
      return;
    }
    if (ts.isStringLiteralLike(node) && chineseLabels.has(node.text)) {
      faults.push(`${file}: ${node.text} is a label`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

const chineseLabels = new Set(
  values.filter(({ name, label }) => name !== 'Unit' && hasHan(label.zh)).map(({ label }) => label.zh),
);

function holdsLabel(file: string, property: string, initializer: ts.Expression): boolean {
  if (!valueNames.has(property) || ['EN', 'ZH'].includes(property)) {
    return false;
  }
  const labels = values
    .filter(({ value }) => value === property)
    .flatMap(({ label: { en, one = en, zh } }) => [en.toLowerCase(), one.toLowerCase(), zh]);
  const isIdentifier = (text: string): boolean => /^\w+$/.test(text) && !file.startsWith('gateway/pages/');
  return textsIn(initializer).some(({ text, isWhole }) =>
    isWhole && hasHan(text) ? true : !isIdentifier(text) && labels.includes(text.trim().toLowerCase()),
  );
}

interface TextPart {
  readonly text: string;
  /** False for what a template puts together. */
  readonly isWhole: boolean;
}

/** The strings in an expression and the parts of its templates. */
function textsIn(node: ts.Node, isWhole = true): TextPart[] {
  if (ts.isStringLiteralLike(node)) {
    return [{ text: node.text, isWhole }];
  }
  const parts = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? [node.text] : [];
  const found = parts.map((text): TextPart => ({ text, isWhole: false }));
  ts.forEachChild(node, (child) => {
    found.push(...textsIn(child, isWhole && !ts.isTemplateExpression(node)));
  });
  return found;
}
