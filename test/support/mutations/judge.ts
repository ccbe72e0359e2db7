import { errorCodes } from '../../../platform/errors.js';
import type { MutatedRequest } from './request.js';
import type { Outcome } from './send.js';

/** Codes that say that a server is at fault, which no client's request can be the reason of. */
const faults = new Set(Object.keys(errorCodes).filter((code) => /^SUBGRAPH_|^INTERNAL_/.test(code)));

/** What no answer may have: stacks, SQL, files, addresses, packages. */
const internal =
  /\n\s+at |node_modules|\.[jt]s:\d|file:\/\/|\/dist\/|127\.0\.0\.1|localhost|SQLITE|select \*|sqlstate|Cannot read prop|is not a function|is not iterable/i;

/** What is wrong with the outcome of a request that no subgraph's fault has a part in; null where it is as it must be. */
export function problemOf({ isFramed, method, headers, path }: MutatedRequest, outcome: Outcome): string | null {
  if (outcome.kind === 'closed') {
    return isFramed ? `closed the connection (${outcome.code})` : null;
  }
  const { status, type, text } = outcome;
  if (status >= 500) {
    return `answered with ${status}`;
  }
  const leaked = internal.exec(text.replace(/<!DOCTYPE html>.*/s, (page) => ([200, 404].includes(status) ? '' : page)));
  if (leaked) {
    return `told ${JSON.stringify(leaked[0])}`;
  }
  if (text === '') {
    return method === 'HEAD' || !isFramed || status === 431 || status === 400
      ? null
      : `answered ${status} with nothing`;
  }
  if ([200, 404].includes(status) && type.startsWith('text/html')) {
    return /html|\*/.test(headers['accept'] ?? '*') ? null : 'answered with a page';
  }
  return problemOfAnswer(text) ?? (type.includes('json') ? null : `answered with the type ${type} at ${path}`);
}

function problemOfAnswer(text: string): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return 'answered with what is no JSON';
  }
  const { data, errors = [] } = answer as {
    data?: unknown;
    errors?: { message?: unknown; extensions?: { code?: string } }[];
  };
  if (data === undefined && errors.length === 0) {
    return 'answered with neither data nor errors';
  }
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
  const unknown = codes.find((code) => !Object.hasOwn(errorCodes, code));
  if (unknown !== undefined) {
    return `has a code that is not in the catalogue: ${unknown}`;
  }
  const fault = codes.find((code) => faults.has(code));
  return fault === undefined ? null : `took it for a fault: ${fault}`;
}
