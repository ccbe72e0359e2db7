/** An error as logs show it. */
export interface ErrorLink {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
}

const maxChainLength = 16;

/** An error and its causes, the outermost first. A stack that several share is only in the innermost. */
export function errorChain(error: unknown): readonly ErrorLink[] {
  const links: ErrorLink[] = [];
  const seen = new Set<unknown>();
  const follow = (each: unknown): void => {
    if (each === undefined || each === null || seen.has(each) || seen.size === maxChainLength) {
      return;
    }
    seen.add(each);
    links.push(link(each));
    if (typeof each === 'object') {
      const { cause, originalError, thrownValue, errors } = each as Causes;
      [cause, originalError, thrownValue, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].forEach(follow);
    }
  };
  follow(error);
  return links.map(({ stack, ...rest }, place) => {
    const isRepeated = links.slice(place + 1).some((other) => other.stack === stack);
    return stack === undefined || isRepeated ? rest : { ...rest, stack };
  });
}

/** The properties in which Node.js, GraphQL and HTTP clients keep causes. */
interface Causes {
  readonly cause?: unknown;
  readonly originalError?: unknown;
  readonly thrownValue?: unknown;
  readonly errors?: unknown;
}

function link(error: unknown): ErrorLink {
  if (typeof error !== 'object' || error === null) {
    return { type: typeof error, message: String(error) };
  }
  const { message, stack, code, extensions } = error as Partial<Error> & {
    readonly code?: unknown;
    readonly extensions?: { readonly code?: unknown };
  };
  const known = code ?? extensions?.code;
  return {
    type: error.constructor.name,
    message: message ?? JSON.stringify(error),
    ...(known === undefined ? {} : { code: known }),
    ...(stack === undefined ? {} : { stack }),
  };
}
