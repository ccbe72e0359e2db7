import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { AnswerBytes } from './processes.js';

/** What bounds a cache of answers: node:http that reads a request and sends the answer in a file, which it has at hand. */
const answer = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as AnswerBytes;
const headers = [...answer.headers];
const bytes = Buffer.from(answer.body);

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, headers).end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`The limit is at http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
