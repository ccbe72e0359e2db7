import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

/** The answer of a tool. */
export interface AgentAnswer {
  readonly data: unknown;
  readonly complete: boolean;
  readonly missing: readonly { readonly code: string; readonly message: string; readonly subgraph: string | null }[];
  readonly sources: readonly { readonly document: string; readonly paragraphs: readonly number[] }[] | null;
  readonly dataVersions: Readonly<Record<string, string>>;
  readonly nextCursor: string | null;
  readonly asked: Readonly<Record<string, unknown>>;
}

/** What a tool gave: its answer, as structured content and as text, and whether it failed. */
export interface ToolResult {
  readonly answer: AgentAnswer;
  readonly text: string;
  readonly isError: boolean;
}

/** An agent: the official client, connected to /mcp. */
export interface TestAgent {
  readonly client: Client;
  readonly call: (name: string, given?: Readonly<Record<string, unknown>>) => Promise<ToolResult>;
  readonly close: () => Promise<void>;
}

/** Connects the official client to a gateway: by the handshake of 2025, or as of 2026 without one. */
export async function connectAgent(
  url: string,
  { era = 'legacy', ask = fetch }: { readonly era?: 'legacy' | 'auto'; readonly ask?: typeof fetch } = {},
): Promise<TestAgent> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: era } });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { fetch: ask }));
  return {
    client,
    call: async (name, given = {}) => {
      const { structuredContent, content, isError } = await client.callTool({ name, arguments: given });
      const [first] = content;
      return {
        answer: structuredContent as AgentAnswer,
        text: first?.type === 'text' ? first.text : '',
        isError: isError === true,
      };
    },
    close: () => client.close(),
  };
}
