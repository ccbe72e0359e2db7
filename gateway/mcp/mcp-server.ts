import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { McpServer, ResourceNotFoundError, ResourceTemplate, type CallToolResult } from '@modelcontextprotocol/server';

import { projectRoot, type Config } from '../../platform/config.js';
import { requestError } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { currentRequest } from '../../platform/request-record.js';
import type { NamedQueries } from '../documents/serve.js';
import type { AskGraph } from '../http/ask-graph.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { refusal, shownValues, type Agent } from './agent.js';
import { prompts } from './prompts.js';
import { resources, type ResourceContext } from './resources.js';
import { schemaOf, typesLike } from './schema-text.js';
import { toolAnswer, type Found } from './tool-answer.js';
import { tools, type Tool } from './tools.js';

const instructions = `Chinese regions and the paired assistance (对口支援, 东西部协作) between them: who helps whom, since when, on what legal basis, with what money, jobs and training. Begin with "find", go on with "describe" and "total".
Each answer has data, complete, missing, sources, dataVersions, nextCursor and asked. Cite sources: document and paragraph. If complete is false, say what is missing. null means that no source reports it. Money is in yuan. Do not add figures up: "total" counts each record once. Ask for more rows with after: nextCursor.`;

const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { readonly version: string };

/** What servers for agents have in common. */
export interface Served extends ResourceContext {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Pick<GatewayMetrics, 'toolCalls'>;
}

/** What requests of agents are answered with. */
export interface Agents extends Served {
  readonly named: NamedQueries;
  readonly ask: AskGraph;
}

/** A server of the protocol for one request. */
export function createMcpServer(agent: Agent, served: Served): McpServer {
  const server = new McpServer({ name: 'jiedui', title: 'Jiedui 结对', version }, { instructions });
  for (const tool of tools(served.config)) {
    const { name, title, description, input } = tool;
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, (given) =>
      call(tool, given, agent, served),
    );
  }
  addResources(server, agent, served);
  for (const { name, title, description, input, text } of prompts) {
    server.registerPrompt(name, { title, description, argsSchema: input }, (given) => ({
      messages: [{ role: 'user', content: { type: 'text', text: text(given as Readonly<Record<string, string>>) } }],
    }));
  }
  return server;
}

/** The answer of a tool, the same as JSON and as text. */
async function call(
  { name, run }: Tool,
  given: Readonly<Record<string, unknown>>,
  agent: Agent,
  { log, metrics }: Served,
): Promise<CallToolResult> {
  const found = await run(agent, given).catch((error: unknown) =>
    refused(error, { tool: name, arguments: shownValues(given) }, log),
  );
  const answer = toolAnswer(found);
  const isError = answer.data === null;
  metrics.toolCalls.inc({ tool: name, outcome: isError ? 'refused' : answer.complete ? 'complete' : 'incomplete' });
  return {
    content: [{ type: 'text', text: JSON.stringify(answer) }],
    structuredContent: { ...answer },
    ...(isError ? { isError } : {}),
  };
}

function refused(error: unknown, asked: Readonly<Record<string, unknown>>, log: Log): Found {
  const found = refusal(error, asked);
  if (found) {
    found.missing.forEach(({ code }) => currentRequest()?.codes.add(code));
    return found;
  }
  log.error({ err: error }, 'a tool failed');
  return refused(requestError('INTERNAL_SERVER_ERROR'), asked, log);
}

function addResources(server: McpServer, agent: Agent, served: Served): void {
  for (const { name, uri, title, description, mimeType, read } of resources) {
    server.registerResource(name, uri, { title, description, mimeType }, async () => {
      try {
        return { contents: [{ uri, mimeType, text: await read(agent, served) }] };
      } catch (error) {
        served.log.error({ err: error }, 'a resource failed');
        throw requestError('INTERNAL_SERVER_ERROR');
      }
    });
  }
  const { schema } = agent.named.catalogue();
  const ofType = new ResourceTemplate('jiedui://schema/{type}', {
    list: undefined,
    complete: { type: (text) => typesLike(schema, text) },
  });
  const about = { title: 'Schema of a type', description: 'A type with its fields, arguments and descriptions.' };
  server.registerResource('type', ofType, { ...about, mimeType: 'text/plain' }, ({ href }, { type }) => {
    const text = schemaOf(schema, String(type));
    if (text === null) {
      throw new ResourceNotFoundError(
        href,
        `The schema has no type ${JSON.stringify(type)}. jiedui://schema lists them.`,
      );
    }
    return { contents: [{ uri: href, mimeType: 'text/plain', text }] };
  });
}
