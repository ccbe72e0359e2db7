import { appendFileSync } from 'node:fs';
import { Socket as DatagramSocket } from 'node:dgram';
import dns from 'node:dns';
import { Socket } from 'node:net';

/**
 * Loaded before a program (`node --import`), it writes to the file in WATCHED_SOCKETS every name that the program looks
 * up and every address that it turns to, and lets nothing through that is not of this machine.
 */
const file = process.env['WATCHED_SOCKETS'] ?? '';
const ownAddress = /^(127\.|::1$|localhost$)/;

/** Puts `before` in front of a method. */
function precede(target: object, method: string, before: (args: readonly unknown[]) => void): void {
  const original = Reflect.get(target, method) as (...args: unknown[]) => unknown;
  Reflect.set(target, method, function (this: unknown, ...args: unknown[]): unknown {
    before(args);
    return Reflect.apply(original, this, args);
  });
}

function note(kind: string, target: string): void {
  appendFileSync(file, `${kind} ${target}\n`);
}

precede(Socket.prototype, 'connect', (args) => {
  const options = args.flat()[0] as { host?: string; path?: string };
  const host = options.path ?? options.host ?? 'localhost';
  note('connect', host);
  if (!ownAddress.test(host)) {
    throw new Error(`A socket to ${host} was about to be opened.`);
  }
});
precede(dns, 'lookup', ([name]) => {
  note('lookup', String(name));
});
precede(DatagramSocket.prototype, 'send', () => {
  note('send', 'a datagram');
});
