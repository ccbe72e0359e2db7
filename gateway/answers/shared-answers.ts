import { createClient } from 'redis';

import type { Log } from '../../platform/log.js';
import type { KeptAnswer } from './kept-answers.js';

/** Milliseconds that a look may take: what takes longer is executed here. */
const patience = 50;

/** Seconds that an answer stays that nobody asks for. */
const lifetime = 86_400;

function createStoreClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000,
    socket: { connectTimeout: 5_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 3_000) },
  });
}

/** Answers that several gateways keep together, in Redis or Valkey. Its loss costs time and nothing else. */
export class SharedAnswers {
  private constructor(
    private readonly client: ReturnType<typeof createStoreClient>,
    private readonly log: Pick<Log, 'warn' | 'info'>,
  ) {}

  /** Connects, or goes on trying; answers are not shared until it has. */
  static open(url: string, log: Pick<Log, 'warn' | 'info'>): SharedAnswers {
    const client = createStoreClient(url);
    let isLost = false;
    client.on('error', (error: unknown) => {
      if (!isLost) {
        isLost = true;
        log.warn({ err: error }, 'The store of shared answers is lost; each gateway keeps its own.');
      }
    });
    client.on('ready', () => {
      isLost = false;
      log.info('The store of shared answers is there.');
    });
    void client.connect().catch(() => undefined);
    return new SharedAnswers(client, log);
  }

  /** The answer to a normalised question; null where there is none, or it is not found in time. */
  async find(question: string): Promise<KeptAnswer | null> {
    if (!this.client.isReady) {
      return null;
    }
    try {
      const text = await inTime(this.client.get(keyOf(question)));
      return text === null ? null : unpack(text);
    } catch {
      return null;
    }
  }

  /** Keeps an answer for all; nobody waits for it. */
  keep(question: string, answer: KeptAnswer): void {
    if (this.client.isReady) {
      this.client.set(keyOf(question), pack(answer), { expiration: { type: 'EX', value: lifetime } }).catch(() => {
        this.log.info('A shared answer was not kept.');
      });
    }
  }

  close(): void {
    this.client.destroy();
  }
}

const keyOf = (question: string): string => `jiedui:answer:${question}`;

interface Packed extends Omit<KeptAnswer, 'body' | 'versions'> {
  readonly body: string;
  readonly versions: readonly (readonly [string, string])[];
}

function pack({ body, versions, ...rest }: KeptAnswer): string {
  return JSON.stringify({ ...rest, body: body.toString(), versions: [...versions] } satisfies Packed);
}

function unpack(text: string): KeptAnswer {
  const { body, versions, ...rest } = JSON.parse(text) as Packed;
  return { ...rest, body: Buffer.from(body), versions: new Map(versions) };
}

async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('It took too long.'));
    }, patience);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
  });
}
