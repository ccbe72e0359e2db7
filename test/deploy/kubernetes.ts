import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

import { projectRoot, readConfig } from '../../platform/config.js';
import { commandProblems } from './settings.js';

/** A manifest, as far as it is checked by other means than its type. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Labels };
  readonly spec: {
    readonly selector?: Labels & { readonly matchLabels?: Labels };
    readonly podSelector?: { readonly matchLabels?: Labels };
    readonly ingress?: readonly {
      readonly from?: readonly { readonly podSelector: { readonly matchLabels: Labels } }[];
    }[];
    readonly scaleTargetRef?: { readonly name: string };
    readonly ports?: readonly { readonly port: number; readonly targetPort: string }[];
    readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: Pod };
  };
}

type Labels = Readonly<Record<string, string>>;

interface Pod {
  readonly containers: readonly Container[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
  readonly terminationGracePeriodSeconds?: number;
}

interface Container {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
  }[];
  readonly ports?: readonly { readonly name: string }[];
  readonly volumeMounts?: readonly { readonly name: string }[];
}

/** What the image runs without a command. */
const start = 'dist/gateway/start.js';

/** Whether there is a kubectl, which has Kustomize. Needs no cluster. */
export const hasKubectl = (): boolean =>
  readConfig()
    .searchPath.split(delimiter)
    .some((folder) => existsSync(join(folder, 'kubectl')));

const folder = join(projectRoot, 'deploy/kubernetes');

/** What Kustomize makes of an overlay. */
export const kustomized = (overlay: string): string =>
  execFileSync('kubectl', ['kustomize', join(folder, 'overlays', overlay)], { encoding: 'utf8' });

/** What it made of an overlay, as it is kept beside it. */
export const renderedText = (overlay: string): string =>
  readFileSync(join(folder, 'rendered', `${overlay}.yaml`), 'utf8');

/** The manifests of an overlay. */
export const rendered = (overlay: string): readonly Manifest[] =>
  parseAllDocuments(renderedText(overlay)).map((document) => document.toJS() as Manifest);

/** What TypeScript has against manifests that have to satisfy the types of `kubernetes-models`, a message each. */
export function typeProblems(manifests: readonly object[]): readonly string[] {
  const lines = manifests.map((manifest, place) => {
    const { apiVersion, kind } = manifest as Manifest;
    return `import type { I${kind} as Type${place} } from 'kubernetes-models/${apiVersion}/${kind}';
export const manifest${place} = ${JSON.stringify(manifest, null, 1)} satisfies Type${place};`;
  });
  return compilerProblems(lines.join('\n'));
}

function compilerProblems(text: string): readonly string[] {
  const file = join(projectRoot, 'test', 'manifests.ts');
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...others) =>
    name === file ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...others);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || fileExists(name);
  host.getCurrentDirectory = () => dirname(file);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n').join(' '));
}

/** What does not fit between manifests, and between them and the program, a message each. */
export function linkProblems(manifests: readonly Manifest[]): readonly string[] {
  return manifests.flatMap((manifest) => [
    ...selectorProblems(manifest, manifests),
    ...(manifest.spec.template?.spec.containers ?? []).flatMap((container) =>
      containerProblems(container, manifest, manifests).map((problem) => `${nameOf(manifest)}: ${problem}`),
    ),
  ]);
}

const nameOf = ({ kind, metadata: { name } }: Manifest): string => `${kind} ${name}`;

const matches = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([name, value]) => labels[name] === value);

/** How many pods' labels a selector matches: that of a workload, a service, a budget, a policy. */
function selectorProblems(manifest: Manifest, manifests: readonly Manifest[]): string[] {
  const { selector, podSelector, ingress = [], scaleTargetRef, template } = manifest.spec;
  const pods = template ? [manifest] : manifests.filter(({ spec }) => spec.template);
  const own: Labels | undefined = selector?.matchLabels ?? selector;
  const selectors = [
    own,
    podSelector?.matchLabels,
    ...ingress.flatMap(({ from = [] }) => from.map((each) => each.podSelector.matchLabels)),
  ];
  const unmatched = selectors.filter(
    (each) => each && !pods.some(({ spec }) => matches(each, spec.template?.metadata.labels ?? {})),
  );
  const ambiguous =
    manifest.kind === 'Service' || manifest.kind === 'PodDisruptionBudget'
      ? manifests.filter(({ spec }) => spec.template && own && matches(own, spec.template.metadata.labels)).length > 1
      : false;
  const target =
    scaleTargetRef &&
    !manifests.some(({ kind, metadata }) => kind === 'Deployment' && metadata.name === scaleTargetRef.name);
  return [
    ...unmatched.map((each) => `${nameOf(manifest)}: no pod has ${JSON.stringify(each)}`),
    ...(ambiguous ? [`${nameOf(manifest)}: its selector has pods of several workloads`] : []),
    ...(target ? [`${nameOf(manifest)}: there is no Deployment ${scaleTargetRef.name}`] : []),
  ];
}

function containerProblems(
  { command = [], args = [], env, volumeMounts = [] }: Container,
  { spec: { template } }: Manifest,
  manifests: readonly Manifest[],
): string[] {
  const volumes = template?.spec.volumes ?? [];
  const services = manifests.filter(({ kind }) => kind === 'Service');
  const addresses = env.flatMap(({ value = '' }) => Array.from(value.matchAll(/http:\/\/([\w-]+):(\d+)/g)));
  // What a secret holds is not known here.
  const plain = Object.fromEntries(env.map(({ name, value = 'postgres://secret/jiedui' }) => [name, value]));
  return [
    ...commandProblems(command.length > 0 ? [...command, ...args] : ['node', start], plain),
    ...addresses
      .filter(
        ([, host, port]) =>
          !services.some(
            ({ metadata, spec }) => metadata.name === host && spec.ports?.some((each) => each.port === Number(port)),
          ),
      )
      .map(([, host, port]) => `nothing is at ${host}:${port}`),
    ...volumeMounts
      .filter(({ name }) => !volumes.some((each) => each.name === name))
      .map(({ name }) => `there is no volume ${name}`),
    ...volumes
      .flatMap(({ persistentVolumeClaim: claim }) => (claim ? [claim.claimName] : []))
      .filter(
        (name) => !manifests.some(({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === name),
      )
      .map((name) => `there is no claim ${name}`),
  ];
}
