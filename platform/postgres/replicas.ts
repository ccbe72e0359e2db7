import { Replica, type ReplicaReport } from './replica.js';

/** The replicas of a database, which take turns. Each has connections of its own. */
export class Replicas {
  private readonly all: readonly Replica[];
  private turn = 0;

  /** `timeout` is that of a request in milliseconds, of which a replica has half, so that the primary has the rest. */
  constructor(urls: readonly string[], schema: string, timeout: number) {
    this.all = urls.map((url) => new Replica(url, schema, timeout / 2));
  }

  /** One that has a data version, as far as is known; null where none has. */
  having(version: string): Replica | null {
    this.turn = (this.turn + 1) % this.all.length;
    const inTurn = [...this.all.slice(this.turn), ...this.all.slice(0, this.turn)];
    return inTurn.find((replica) => replica.has(version)) ?? null;
  }

  /** What each has done, by its address, where `version` is that of the primary. */
  report(version: string | null): Readonly<Record<string, ReplicaReport>> {
    return Object.fromEntries(this.all.map((replica) => [replica.address, replica.report(version)]));
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((replica) => replica.close()));
  }
}
