import { shownVersions, type Versions } from '../request/data-versions.js';
import { nextCursor } from './next-cursor.js';
import { bytesOf, cutRows, type Cut, type Json, type Path } from './rows.js';
import { sourcesIn, type Source } from './sources.js';

/** What is missing from an answer for one reason. */
export interface Missing {
  /** A code of the catalogue of errors, `ROWS_CUT` or `ANSWER_TOO_LARGE`. */
  readonly code: string;
  /** Why, and what to do. */
  readonly message: string;
  /** The subgraph that failed; null where none did. */
  readonly subgraph: string | null;
  /** Where in `data`; a path that ends at a list means that every item may lack it. Empty: the whole answer. */
  readonly paths: readonly Path[];
}

/** The answer of a tool, as `structuredContent` and as text. */
export interface ToolAnswer {
  readonly data: Json;
  /** Whether `data` is all that was asked for; `nextCursor` tells of more rows. */
  readonly complete: boolean;
  readonly missing: readonly Missing[];
  /** The documents that `data` names as its sources; null where it was not asked for any. */
  readonly sources: readonly Source[] | null;
  /** The data version of each subgraph that `data` comes from. */
  readonly dataVersions: Readonly<Record<string, string>>;
  /** For `after`: where the list in `data` goes on; null where it does not. */
  readonly nextCursor: string | null;
  /** What was asked, so that it can be asked again. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** What a tool found. */
export interface Found {
  readonly data: Json;
  readonly missing: readonly Missing[];
  readonly versions: Versions;
  readonly asked: Readonly<Record<string, unknown>>;
  /** Where the list goes on, where the data do not tell. */
  readonly cursor?: string | null;
}

/** Bytes that an answer may have as JSON. */
export const answerLimit = 32 * 1024;

/** The answer of a tool. Where it would be too large, rows are cut and named in `missing`. */
export function toolAnswer(found: Found): ToolAnswer {
  let answer = answerOf(found, found.data, []);
  for (let excess = bytesOf(answer) - answerLimit; excess > 0; excess = bytesOf(answer) - answerLimit) {
    const cut = cutRows(found.data, bytesOf(answer.data) - excess);
    if (!cut) {
      return answerOf({ ...found, missing: [...found.missing, tooLarge] }, null, []);
    }
    answer = answerOf(found, cut.value, cut.cuts);
  }
  return answer;
}

function answerOf(
  { data: whole, missing, versions, asked, cursor }: Found,
  data: Json,
  cuts: readonly Cut[],
): ToolAnswer {
  const next = cursor ?? nextCursor(data, cuts, whole);
  const all = [...missing, ...cuts.map((cut) => missingOf(cut, next))];
  return {
    data,
    complete: all.length === 0,
    missing: all,
    sources: sourcesIn(data),
    dataVersions: shownVersions(versions),
    nextCursor: next,
    asked,
  };
}

function missingOf({ path, kept, of }: Cut, next: string | null): Missing {
  const how =
    next === null ? `ask for ${kept} with "first", or for fewer fields` : 'ask again with "after": nextCursor';
  return {
    code: 'ROWS_CUT',
    message: `Of ${of} rows ${kept} are here: an answer has ${answerLimit} bytes at most. For the others ${how}.`,
    subgraph: null,
    paths: [path],
  };
}

const tooLarge: Missing = {
  code: 'ANSWER_TOO_LARGE',
  message: `The answer has more than ${answerLimit} bytes without a list that could be cut. Ask for fewer fields.`,
  subgraph: null,
  paths: [],
};
