import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What bounds a cache of answers: node:http that reads a request and sends the bytes of a file, which it has at hand. */
const bytes = readFileSync(process.argv[2] ?? '');

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(bytes);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`The limit is at http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
});
