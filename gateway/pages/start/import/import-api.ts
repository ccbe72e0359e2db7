import { language } from '../language.js';

/** A problem or a warning, and its place in the user's files. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly more?: { readonly rows: number; readonly lastLine: number | null };
  /** The cells of its row; left out where no row was read. */
  readonly cells?: readonly RowCell[];
}

/** A cell as it is written, its column null where it has no name. */
export interface RowCell {
  readonly column: string | null;
  readonly text: string;
  readonly isFaulty: boolean;
}

/** What a check finds. */
export interface Checked {
  readonly dataset: string;
  readonly isIn: boolean;
  readonly tables: readonly { readonly table: string; readonly now: number; readonly then: number }[];
  readonly changes:
    | readonly { readonly table: string; readonly added: number; readonly changed: number; readonly removed: number }[]
    | null;
  readonly absentColumns: readonly { readonly table: string; readonly columns: readonly string[] }[];
  readonly overlaps: readonly { readonly rows: number }[];
  readonly warnings: readonly Problem[];
}

/** What was loaded; no rows where it was loaded already. */
export interface Loaded {
  readonly dataset: string;
  readonly rows: number;
  readonly warnings: readonly Problem[];
}

/** A change of a data set. */
export interface Change {
  readonly at: string;
  readonly dataset: string;
  readonly kind: 'IMPORT' | 'REMOVAL' | 'UNDO';
  readonly by: string | null;
  readonly rows: number;
  readonly added: number | null;
  readonly changed: number | null;
  readonly removed: number | null;
}

/** The result of each job. */
interface Results {
  readonly check: Checked;
  readonly load: Loaded;
  readonly undo: { readonly entry: { readonly dataset: string } };
  readonly history: readonly Change[];
  /** A workbook, in Base64. */
  readonly template: string;
}

/** Why there is no result: the importer refused, or what stands before it (a code of docs/errors.md), or nothing answered. */
export type Refusal =
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'barred';
      readonly code: string;
      readonly message: string;
      /** Megabytes, or requests a minute. */
      readonly limit: number;
      readonly retryAfter: number;
    }
  | { readonly kind: 'lost' };

/** How a job ended. */
export type End<Kind extends keyof Results> = { readonly kind: 'done'; readonly result: Results[Kind] } | Refusal;

/** A file that was chosen, as it was then: what is loaded is what was checked. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

type Event =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: never }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Has the server do a job with files, or on a data set. */
export async function run<Kind extends keyof Results>(
  kind: Kind,
  token: string,
  {
    files,
    ...named
  }: { readonly files?: readonly ChosenFile[]; readonly dataset?: string; readonly tables?: string } = {},
  progress: (done: number, total: number) => void = () => undefined,
): Promise<End<Kind>> {
  const query = new URLSearchParams({ language: language().toLowerCase(), ...named });
  try {
    const answer = await fetch(`/import/${kind}?${query.toString()}`, {
      method: files || named.dataset !== undefined ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      ...(files && { body: packed(files) }),
    });
    return answer.ok ? await endOf(answer, progress) : await barred(answer);
  } catch {
    return { kind: 'lost' };
  }
}

/** A line of JSON, and after it the bytes of the files. */
function packed(files: readonly ChosenFile[]): Blob {
  const entries = files.map(({ name, bytes }) => ({ file: name, size: bytes.byteLength }));
  const head = JSON.stringify({ path: files.map(({ name }) => name).join(', '), entries });
  return new Blob([`${head}\n`, ...files.map(({ bytes }) => bytes)]);
}

async function endOf<Kind extends keyof Results>(
  answer: Response,
  progress: (done: number, total: number) => void,
): Promise<End<Kind>> {
  for await (const line of linesOf(answer)) {
    const event = JSON.parse(line) as Event;
    switch (event.kind) {
      case 'progress':
        progress(event.done, event.total);
        break;
      case 'failed':
        return { kind: 'refused', message: event.message, problems: [] };
      default:
        return event;
    }
  }
  return { kind: 'lost' };
}

async function* linesOf({ body }: Response): AsyncIterable<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const lines = `${rest}${read.value}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function barred(answer: Response): Promise<Refusal> {
  const { errors } = (await answer.json()) as {
    readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  };
  const [{ message, extensions } = { message: '', extensions: {} }] = errors;
  return {
    kind: 'barred',
    code: String(extensions['code']),
    message,
    limit: Number(extensions['limit'] ?? /q=(\d+)/.exec(answer.headers.get('ratelimit-policy') ?? '')?.[1]),
    retryAfter: Number(answer.headers.get('retry-after')),
  };
}
