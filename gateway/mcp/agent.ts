import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { codedError, errorCodes, isErrorCode, show } from '../../platform/errors.js';
import { addressOf } from '../documents/catalogue.js';
import type { NamedQueries } from '../documents/serve.js';
import { readVariables } from '../documents/variables.js';
import type { AskedOperation } from '../http/ask-graph.js';
import type { HttpResponse } from '../http/send-answer.js';
import { isOfEndedOperation } from '../request/failures.js';
import { infiniteError } from '../request/coerced-variables.js';
import { isObject, type Json, type Path } from './rows.js';
import type { Found, Missing } from './tool-answer.js';

type Values = Readonly<Record<string, unknown>>;

/** Asks the graph for an agent, on behalf of one request. */
export class Agent {
  constructor(
    readonly named: NamedQueries,
    private readonly ask: (operation: AskedOperation) => Promise<HttpResponse>,
  ) {}

  /** Asks a named query, whose variables are checked as those in an address are. */
  async askNamed(name: string, given: Values): Promise<Found> {
    const entry = this.named.find(name);
    checkFinite(given);
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
    const address = addressOf(entry, values);
    const variables = readVariables(entry, new URL(address, 'http://gateway.invalid').searchParams);
    const asked = { question: name, variables: shownValues(variables), address: shown(address) };
    return this.askAs(asked, { query: entry.query, variables });
  }

  /** Asks any operation. */
  async askQuery(operation: AskedOperation): Promise<Found> {
    const { query, variables, operationName } = operation;
    checkFinite(variables);
    const asked = { query: shown(query), variables: shownValues(variables) };
    return this.askAs(operationName === undefined ? asked : { ...asked, operationName }, operation);
  }

  private async askAs(asked: Values, operation: AskedOperation): Promise<Found> {
    const { body, versions, headers } = await this.ask(operation);
    const { data = null, errors = [], extensions } = JSON.parse(body.toString()) as GraphAnswer;
    const cost = headers['x-cost-actual'] ?? headers['x-cost-estimate'];
    return {
      data,
      missing: missingOf(errors, extensions?.completeness?.missing ?? []),
      versions,
      asked: cost === undefined ? asked : { ...asked, cost: Number(cost) },
    };
  }
}

/** JSON would write a number that is not finite as null. */
function checkFinite(variables: Values): void {
  for (const [name, value] of Object.entries(variables)) {
    const error = infiniteError(name, value);
    if (error) {
      throw error;
    }
  }
}

/** Asks a named query whose answer is one thing of a kind, by its id. Throws BAD_USER_INPUT where there is none. */
export async function askById(agent: Agent, name: string, kind: string, values: Values): Promise<Found> {
  const found = await agent.askNamed(name, values);
  if (isObject(found.data) && found.data[kind] === null && found.missing.length === 0) {
    const message = `There is no ${kind} with the id ${show(values['id'])}. The tool "find" gives ids.`;
    throw codedError('BAD_USER_INPUT', message, { extensions: { argument: 'id' } });
  }
  return found;
}

/** What a tool answers where an error prevented it; null where the error is ours. */
export function refusal(error: unknown, asked: Values): Found | null {
  const isRefusal = error instanceof GraphQLError;
  const code = isOfEndedOperation(error) ? 'SUBGRAPH_TIMEOUT' : isRefusal ? error.extensions['code'] : null;
  if (!isErrorCode(code)) {
    return null;
  }
  const message = isRefusal ? error.message : errorCodes[code].meaning;
  return {
    data: null,
    missing: [{ code, message, subgraph: null, paths: [] }],
    versions: new Map(),
    asked,
  };
}

interface GraphAnswer {
  readonly data?: Json;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: {
    readonly completeness?: {
      readonly missing: readonly { readonly subgraph: string | null; readonly code: string; readonly paths: Path[] }[];
    };
  };
}

/** What is missing, each with the message of the first error that says so. */
function missingOf(
  errors: readonly GraphQLFormattedError[],
  missing: readonly Omit<Missing, 'message'>[],
): readonly Missing[] {
  const codeOf = ({ extensions }: GraphQLFormattedError): string => String(extensions?.['code']);
  if (missing.length === 0) {
    return errors.map((error) => ({ code: codeOf(error), message: error.message, subgraph: null, paths: [] }));
  }
  return missing.map((each) => {
    const error = errors.find(
      (one) => codeOf(one) === each.code && (one.extensions?.['subgraph'] ?? null) === each.subgraph,
    );
    return {
      code: each.code,
      message: error?.message ?? 'A value is missing.',
      subgraph: each.subgraph,
      paths: each.paths,
    };
  });
}

/** Characters that are shown of a long text. */
const shownLength = 2_000;

const shown = (text: string): string =>
  text.length > shownLength ? `${text.slice(0, shownLength)}… (${text.length} characters)` : text;

/** Variables or arguments, cut where they are long. */
export function shownValues(variables: Values): unknown {
  const text = JSON.stringify(variables);
  return text.length > shownLength ? shown(text) : variables;
}
