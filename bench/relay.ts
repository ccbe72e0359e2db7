import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { request } from 'undici';

/**
 * A relay before the subgraphs: `relay.js [--delay 20] [--replay] pairings=http://host:port/graphql …` serves each at a
 * path of its name. Every answer is delayed by --delay milliseconds. With --replay, the answer to an equal request is
 * replayed, so that only the gateway is timed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { delay: { type: 'string', default: '0' }, replay: { type: 'boolean', default: false } },
});
const delay = Number(values.delay);
const subgraphs = new Map(positionals.map((part) => part.split(/=(.*)/s, 2) as [string, string]));

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const answers = new Map<string, Promise<Answer>>();

async function ask(url: URL, method: 'GET' | 'POST', accept: string, body: string): Promise<Answer> {
  const headers = { accept, 'content-type': 'application/json' };
  const answer = await request(url, { method, headers, body: method === 'POST' ? body : null });
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    body: Buffer.from(await answer.body.arrayBuffer()),
  };
}

async function answerTo(message: IncomingMessage): Promise<Answer> {
  const [, name = '', path = ''] = message.url?.split('/') ?? [];
  const method = message.method === 'GET' ? 'GET' : 'POST';
  const accept = message.headers.accept ?? 'application/json';
  const body = await text(message);
  const key = values.replay ? [name, path, accept, body].join('\n') : '';
  const answer = answers.get(key) ?? ask(new URL(path, subgraphs.get(name)), method, accept, body);
  if (values.replay) {
    answers.set(key, answer);
  }
  return answer;
}

const server = createServer((message, response) => {
  void (async () => {
    const { status, type, body } = await answerTo(message);
    if (delay > 0) {
      await wait(delay);
    }
    response.writeHead(status, { 'content-type': type }).end(body);
  })();
});
server.keepAliveTimeout = 75_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`The relay is at http://127.0.0.1:${(server.address() as AddressInfo).port}/relay`);
});
