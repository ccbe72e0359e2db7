import { expect } from '@jest/globals';

import type { Database } from '../../platform/database.js';

declare module 'expect' {
  interface Matchers<R> {
    /** Holds when what is done sends this many statements to the databases, reads all. */
    toSendStatements(databases: Database | readonly Database[], count: number): Promise<R>;
  }
}

expect.extend({
  async toSendStatements(action: unknown, databases: Database | readonly Database[], count: number) {
    const all: readonly Database[] = [databases].flat();
    const sent = (): number => all.reduce((sum, database) => sum + database.statements, 0);
    const before = sent();
    await (action as () => Promise<unknown>)();
    const statements = sent() - before;
    return {
      pass: statements === count,
      message: () => `expected ${count} statements to be sent, and ${statements} were`,
    };
  },
});
