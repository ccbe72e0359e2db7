import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { AnswerBytes } from './processes.js';

/** The baseline of an answer cache: node:http that reads each request and sends the same headers and bytes. */
const answer = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as AnswerBytes;
const headers = [...answer.headers];
const bytes = Buffer.from(answer.body);

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, headers).end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`The baseline is at http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
