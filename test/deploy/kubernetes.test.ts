import { describe, expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { subgraphs } from '../../subgraphs/index.js';
import {
  hasKubectl,
  kustomized,
  linkProblems,
  rendered,
  renderedText,
  typeProblems,
  type Manifest,
} from './kubernetes.js';

/** The manifests of deploy/kubernetes, as Kustomize renders them. Nothing here needs a cluster. */
describe('on Kubernetes', () => {
  const overlays = ['small', 'cluster'];

  const withKustomize = hasKubectl() ? test : test.skip;
  withKustomize.each(overlays)('the rendered manifests of %s are what Kustomize makes of its overlay', (overlay) => {
    expect(kustomized(overlay)).toBe(renderedText(overlay));
  });

  test.each(overlays)('the manifests of %s are of the types of Kubernetes, and fit together', (overlay) => {
    const manifests = rendered(overlay);
    expect(typeProblems(manifests)).toEqual([]);
    expect(linkProblems(manifests)).toEqual([]);
  });

  const of = (kind: string, overlay = 'cluster'): readonly Manifest[] =>
    rendered(overlay).filter((manifest) => manifest.kind === kind);
  const names = (kind: string): readonly string[] => of(kind).map(({ metadata: { name } }) => name);
  const all = ['jiedui', ...subgraphs.map(({ name }) => `subgraph-${name}`).sort()];

  test('the small one is one process with a volume, which is never there twice', () => {
    const [deployment] = of('Deployment', 'small');
    expect(deployment?.spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(of('Deployment', 'small')).toHaveLength(1);
  });

  test('the cluster has gateways and every subgraph, each with a budget for disruptions and an autoscaler', () => {
    for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler']) {
      expect([kind, ...names(kind)]).toEqual([kind, ...all]);
    }
    for (const { spec } of of('HorizontalPodAutoscaler')) {
      expect(spec).toMatchObject({ minReplicas: 2, metrics: [{ resource: { name: 'cpu' } }] });
    }
  });

  test('only the job may write, and subgraphs are reached by gateways alone', () => {
    const secrets = rendered('cluster').flatMap(({ kind, metadata: { name }, spec: { template } }) =>
      (template?.spec.containers ?? []).flatMap(({ env }) =>
        env.flatMap(({ valueFrom }) => (valueFrom ? [[kind, name, valueFrom.secretKeyRef.name]] : [])),
      ),
    );
    expect(secrets).toEqual([
      ...subgraphs.map(({ name }) => ['Deployment', `subgraph-${name}`, 'jiedui-database-read']).sort(),
      ['Job', 'jiedui-migrate', 'jiedui-database-write'],
    ]);
    expect(of('NetworkPolicy').find(({ metadata: { name } }) => name === 'jiedui-subgraphs')?.spec).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'jiedui', 'app.kubernetes.io/component': 'subgraph' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              podSelector: {
                matchLabels: { 'app.kubernetes.io/name': 'jiedui', 'app.kubernetes.io/component': 'gateway' },
              },
            },
          ],
          ports: [{ port: 'http' }],
        },
      ],
    });
  });

  test('pods have the time that a graceful shutdown takes', () => {
    for (const { spec } of of('Deployment')) {
      const pod = spec.template?.spec;
      const notice = pod?.containers[0]?.env.find(({ name }) => name === 'STOP_NOTICE_MS')?.value;
      const { stopNotice } = readConfig({ STOP_NOTICE_MS: notice });
      // Requests in flight get 20 seconds, and 2 more where a client does not read.
      expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(stopNotice / 1000 + 22);
    }
  });

  test('a value of another type, a misspelt field, a missing one and one at the wrong place are found', () => {
    const mistakes = [
      ['"minAvailable":1', '"minAvailable":true', /true.*IIntOrString/],
      ['"minReplicas"', '"minReplica"', /minReplica"' does not exist/],
      ['"containerPort":4000,', '', /containerPort/],
      ['"backoffLimit"', '"image":"jiedui","backoffLimit"', /image"' does not exist/],
    ] as const;
    const text = JSON.stringify(rendered('cluster'));
    const planted = mistakes.reduce((changed, [right, wrong]) => {
      expect(changed).toContain(right);
      return changed.replace(right, wrong);
    }, text);
    const problems = typeProblems(JSON.parse(planted) as readonly object[]);
    expect(problems).toEqual(expect.arrayContaining(mistakes.map(([, , message]) => expect.stringMatching(message))));
  });

  test.each([
    ['a label', '"app.kubernetes.io/component":"subgraph"', '"app.kubernetes.io/component":"subgraf"', 'no pod has'],
    ['a command', 'dist/gateway/main.js', 'dist/gateway/mian.js', 'there is no node dist/gateway/mian.js'],
    ['a setting', 'TRUST_PROXY', 'TRUSTED_PROXY', 'TRUSTED_PROXY is no setting'],
    ['a value', '"value":"4000"', '"value":"http"', 'PORT: Invalid port'],
    ['an address', 'subgraph-finance:4000', 'subgraph-finances:4000', 'nothing is at subgraph-finances:4000'],
    [
      'a target',
      '"kind":"Deployment","name":"jiedui"',
      '"kind":"Deployment","name":"gateway"',
      'no Deployment gateway',
    ],
    ['a volume', '"name":"tmp"', '"name":"temp"', 'there is no volume temp'],
  ])('a mistake in %s is found', (_name, right, wrong, problem) => {
    const text = JSON.stringify(rendered('cluster'));
    expect(text).toContain(right);
    expect(linkProblems(JSON.parse(text.replace(right, wrong)) as readonly Manifest[]).join('\n')).toContain(problem);
  });
});
