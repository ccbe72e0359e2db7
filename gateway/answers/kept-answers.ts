import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { LRUCache } from 'lru-cache';

import type { Versions } from './data-versions.js';

/** A whole answer as it is sent. */
export interface KeptAnswer {
  readonly body: Buffer;
  /** Headers that belong to it, such as its content type and its cost. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the subgraphs that it is made of. */
  readonly versions: Versions;
}

/** What a request asked: its normalised question, and by which name; null for an operation without one. */
export interface Asked {
  readonly question: string;
  readonly operationName: string | null;
}

/** How a body may be compressed, the best first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** A kept answer with its tag, and its body in the encodings that were asked for. */
export interface SentAnswer extends KeptAnswer {
  readonly etag: string;
  readonly encoded: Map<Encoding, Buffer>;
}

/** A kept answer, and the name that it was asked by. */
export interface Kept {
  readonly answer: SentAnswer;
  readonly operationName: string | null;
}

const perEntry = 1_000;

/** Whole answers by what was asked, as many as fit into a number of bytes. What was not asked for longest goes first. */
export class KeptAnswers {
  private readonly answers: LRUCache<string, SentAnswer>;
  /** What each request asked that came, byte by byte. */
  private readonly questions = new LRUCache<string, Asked>({ max: 20_000 });

  constructor(maxBytes: number) {
    this.answers = new LRUCache({
      // It has no number for none at all.
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ body, encoded }) =>
        [...encoded.values()].reduce((sum, { length }) => sum + length, body.length + perEntry),
    });
  }

  /** The answer to a request as it came, and the name that it was asked by. */
  find(request: string): Kept | undefined {
    const asked = this.questions.get(request);
    const answer = asked && this.answers.get(asked.question);
    return answer && { answer, operationName: asked.operationName };
  }

  /** The answer to a normalised question. */
  findNormalised(question: string): SentAnswer | undefined {
    return this.answers.get(question);
  }

  keep(request: string, asked: Asked, answer: KeptAnswer): SentAnswer {
    const kept = { ...answer, etag: etagOf(answer.body), encoded: new Map<Encoding, Buffer>() };
    this.answers.set(asked.question, kept);
    this.questions.set(request, asked);
    return kept;
  }

  /** The body in an encoding; it is kept with the answer. */
  async encode(request: string, answer: SentAnswer, encoding: Encoding): Promise<Buffer> {
    const known = answer.encoded.get(encoding);
    if (known) {
      return known;
    }
    const body = await compress(answer.body, encoding);
    answer.encoded.set(encoding, body);
    const question = this.questions.peek(request)?.question;
    if (question !== undefined && this.answers.peek(question) === answer) {
      // Its size is another now.
      this.answers.delete(question);
      this.answers.set(question, answer);
    }
    return body;
  }

  /** How many there are, and their bytes. */
  get size(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.answers.size, bytes: this.answers.calculatedSize };
  }
}

/** A body in an encoding, made in a thread beside this one. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip'
    ? promisify(gzip)(body)
    : promisify(brotliCompress)(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
}

/** A weak tag: it is of what the answer says, however it is compressed. */
function etagOf(body: Buffer): string {
  return `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`;
}
