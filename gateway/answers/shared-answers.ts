import { createClient } from 'redis';

import type { Log } from '../../platform/log.js';
import { observer } from '../../platform/observer.js';
import { CachedAnswer } from './cached-answer.js';

/** Milliseconds that a look-up may take; after that the gateway executes the operation. */
const lookupTimeout = 50;

/** Seconds until an answer expires. */
const lifetime = 86_400;

function createStoreClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1_000,
    socket: { connectTimeout: 5_000, reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, 3_000) },
  });
}

/** An answer cache that several gateways share, in Redis or Valkey. Losing it costs time, not correctness. */
export class SharedAnswers {
  private constructor(
    private readonly client: ReturnType<typeof createStoreClient>,
    private readonly log: Pick<Log, 'warn' | 'info' | 'error'>,
  ) {}

  /** Connects in the background, and reconnects; meanwhile nothing is found or stored. */
  static open(url: string, log: Pick<Log, 'warn' | 'info' | 'error'>): SharedAnswers {
    const client = createStoreClient(url);
    let isLost = false;
    const lost = observer(log, (error: unknown) => {
      if (!isLost) {
        isLost = true;
        log.warn({ err: error }, 'The store of shared answers is lost; each gateway uses its own cache.');
      }
    });
    const found = observer(log, () => {
      isLost = false;
      log.info('The store of shared answers is there.');
    });
    client.on('error', lost);
    client.on('ready', found);
    void client.connect().catch(() => undefined);
    return new SharedAnswers(client, log);
  }

  /** The answer to an operation; null where there is none, or it does not arrive in time. */
  async find(operationKey: string): Promise<CachedAnswer | null> {
    if (!this.client.isReady) {
      return null;
    }
    try {
      const text = await inTime(this.client.get(storeKey(operationKey)));
      return text === null ? null : deserialise(text);
    } catch {
      return null;
    }
  }

  /** Stores an answer, in the background. */
  store(operationKey: string, answer: CachedAnswer): void {
    if (this.client.isReady) {
      this.client.set(storeKey(operationKey), serialise(answer), { expiration: { type: 'EX', value: lifetime } }).catch(
        observer(this.log, () => {
          this.log.info('An answer was not stored in the shared cache.');
        }),
      );
    }
  }

  close(): void {
    this.client.destroy();
  }
}

const storeKey = (operationKey: string): string => `jiedui:answer:${operationKey}`;

interface SerialisedAnswer extends Pick<CachedAnswer, 'headers'> {
  readonly body: string;
  readonly versions: readonly (readonly [string, string])[];
}

function serialise({ body, headers, versions }: CachedAnswer): string {
  return JSON.stringify({ headers, body: body.toString(), versions: [...versions] } satisfies SerialisedAnswer);
}

function deserialise(text: string): CachedAnswer {
  const { body, headers, versions } = JSON.parse(text) as SerialisedAnswer;
  return new CachedAnswer(Buffer.from(body), headers, new Map(versions));
}

async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The look-up timed out.'));
    }, lookupTimeout);
  });
  return Promise.race([promise, timeout]).finally(() => {
    clearTimeout(timer);
  });
}
