import { expect, test } from '@jest/globals';

import { subgraphs } from '../../subgraphs/index.js';
import { problemsIn, servicesOf } from './compose.js';
import { readText } from './settings.js';

const clusterFile = 'deploy/compose.cluster.yml';

test.each(['docker-compose.yml', clusterFile])(
  '%s runs files that exist, with settings and addresses that do',
  (file) => {
    expect(problemsIn(servicesOf(readText(file)))).toEqual([]);
  },
);

test('the cluster has two of each subgraph and of the gateway, by the commands of docker-compose.yml', () => {
  const one = servicesOf(readText('docker-compose.yml'));
  const services = servicesOf(readText(clusterFile));
  for (const name of [...subgraphs.map((each) => each.name), 'gateway']) {
    for (const place of [1, 2]) {
      expect(services[`${name}-${place}`]?.command).toEqual(one[name]?.command);
    }
  }
});

test('HAProxy gets every variable of its file', () => {
  const used = Array.from(readText('deploy/cluster/haproxy.cfg').matchAll(/\$\{(\w+)\}/g), ([, name]) => name);
  const given = Object.keys(servicesOf(readText(clusterFile))['haproxy']?.environment ?? {});
  expect(new Set(given)).toEqual(new Set(used));
});

test.each([
  ['a command', 'dist/gateway/main.js', 'dist/gateway/mian.js', 'there is no node dist/gateway/mian.js'],
  ['a setting', 'TRUST_PROXY', 'TRUSTED_PROXY', 'TRUSTED_PROXY is no setting'],
  ['a value', 'TRUST_PROXY: 1', 'TRUST_PROXY: haproxy', 'TRUST_PROXY: expected none, a number of proxies'],
  ['a port', 'finance=http://haproxy:4002', 'finance=http://haproxy:4022', 'nothing is at haproxy:4022'],
  ['a host', '@postgres-2:5432', '@postgres2:5432', 'nothing is at postgres2:5432'],
  ['a path', 'haproxy:4003/graphql', 'haproxy:4003', 'the address of labour has no path'],
  ['a replica', '@postgres-2:5432', '@postgres-1:5432', 'postgres-1:5432 is named twice'],
  ['a dependency', 'depends_on: [etcd]', 'depends_on: [etc]', 'there is no service etc'],
])('a mistake in %s is found', (_name, right, wrong, problem) => {
  const text = readText(clusterFile);
  expect(text).toContain(right);
  expect(problemsIn(servicesOf(text.replace(right, wrong))).join('\n')).toContain(problem);
});
