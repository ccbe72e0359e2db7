import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Versions } from '../request/data-versions.js';
import { dataTextIn, WrittenData } from '../request/written-data.js';

/** Encodings that bodies are compressed in, the preferred first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** A complete answer as it is sent. */
export class CachedAnswer {
  private readonly encoded = new Map<Encoding, Buffer>();
  private tag: string | undefined;

  constructor(
    readonly body: Buffer,
    /** Those that belong to the answer, such as its content type and its cost. */
    readonly headers: Readonly<Record<string, string>>,
    /** The data versions of the subgraphs that it comes from. */
    readonly versions: Versions,
  ) {}

  /** A weak entity tag: it is the same for all encodings. */
  get etag(): string {
    this.tag ??= `W/"${hash('sha256', this.body, 'base64url').slice(0, 27)}"`;
    return this.tag;
  }

  /** The data in it. */
  get data(): WrittenData {
    return new WrittenData(dataTextIn(this.body.toString()), Number(this.headers['x-cost-actual'] ?? 0));
  }

  /** Bytes of the body, plain and in the encodings that were asked for. */
  get size(): number {
    return [...this.encoded.values()].reduce((sum, { length }) => sum + length, this.body.length);
  }

  /** The body in an encoding, if it is known already. */
  inEncoding(encoding: Encoding): Buffer | undefined {
    return this.encoded.get(encoding);
  }

  /** Compresses the body and remembers the result. */
  async encode(encoding: Encoding): Promise<Buffer> {
    const body = await compress(this.body, encoding);
    this.encoded.set(encoding, body);
    return body;
  }
}

/** A body in an encoding, compressed in another thread. */
export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip'
    ? promisify(gzip)(body)
    : promisify(brotliCompress)(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      });
}
