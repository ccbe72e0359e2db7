import { createMcpHandler } from '@modelcontextprotocol/server';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';

import { requestIdOf } from '../../platform/request-id.js';
import { endOfClient, unlessAborted } from '../http/graph-endpoint.js';
import type { GraphRequest } from '../http/graph-request.js';
import { isNestedDeeper } from '../limits/nesting.js';
import { Agent } from './agent.js';
import { createMcpServer, type Agents, type Served } from './mcp-server.js';

/** Levels of lists and objects in a message around the arguments of a query. */
const levelsAround = 10;

/** Answers a request of an agent. Nothing is kept between requests, so that any gateway can answer the next one. */
export async function handleMcp(
  request: ExpressRequest,
  response: ExpressResponse,
  { named, ask, ...served }: Agents,
): Promise<void> {
  const { body } = request as GraphRequest;
  const message = parsed(body);
  if (Array.isArray(message)) {
    // The limits of a request are those of one operation.
    refuse(response, 'Send one message in a request: batches are not answered.');
    return;
  }
  if (isNestedDeeper(served.config.maxDepth + levelsAround, message)) {
    refuse(response, `Lists and objects are nested deeper than ${served.config.maxDepth + levelsAround} levels.`);
    return;
  }
  const signal = endOfClient(response);
  const agent = new Agent(named, async (operation) => {
    const answer = await ask(operation, request, requestIdOf(response), signal);
    for (const [name, value] of Object.entries(answer.headers)) {
      if (name.startsWith('x-cost-')) {
        response.setHeader(name, value);
      }
    }
    return answer;
  });
  await answer(request, response, agent, served, message, signal);
}

async function answer(
  request: ExpressRequest,
  response: ExpressResponse,
  agent: Agent,
  served: Served,
  message: unknown,
  signal: AbortSignal,
): Promise<void> {
  const handler = createMcpHandler(() => createMcpServer(agent, served), {
    // Nothing changes that an agent could be told of: tools and resources are the same until the process ends.
    maxSubscriptions: 0,
    keepAliveMs: 0,
    onerror: (error) => {
      served.log.debug({ err: error }, 'a message of an agent was refused');
    },
  });
  const asked = webRequest(request, signal);
  const result = await handler
    .fetch(asked, message === undefined ? {} : { parsedBody: message })
    .then(async (given) => ({ given, body: Buffer.from(await given.arrayBuffer()) }))
    .catch(unlessAborted(signal));
  if (!result || signal.aborted) {
    return;
  }
  const { given, body } = result;
  response.status(given.status);
  given.headers.forEach((value, name) => response.setHeader(name, value));
  if (given.status === 405) {
    response.setHeader('Allow', 'POST');
  }
  response.setHeader('Cache-Control', 'no-store');
  response.end(body);
}

/** The request as the library takes it. The body is decompressed already. */
function webRequest(request: ExpressRequest, signal: AbortSignal): Request {
  const { method, headers } = request;
  const { body } = request as GraphRequest;
  const own = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'host'];
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || own.includes(name) ? [] : [[name, String(value)] as [string, string]],
  );
  return new Request('http://gateway.invalid/mcp', {
    method,
    headers: given,
    signal,
    ...(method === 'POST' && body ? { body: new Uint8Array(body) } : {}),
  });
}

/** The message; undefined where it is not JSON, of which the library tells. */
function parsed(body: Buffer | undefined): unknown {
  try {
    return body && (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown);
  } catch {
    return undefined;
  }
}

function refuse(response: ExpressResponse, message: string): void {
  response.status(400).json({ jsonrpc: '2.0', id: null, error: { code: -32_600, message } });
}
