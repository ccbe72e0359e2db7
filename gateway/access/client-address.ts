import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import proxyAddress from 'proxy-addr';

import type { Config } from '../../platform/config.js';

/** The client's address: the peer of the connection, or the one that trusted proxies report in X-Forwarded-For. */
export function clientAddress(proxies: Config['trustedProxies']): (request: IncomingMessage) => string {
  if (proxies === false) {
    return ({ socket }) => plain(socket.remoteAddress ?? '') ?? '';
  }
  const isTrusted =
    typeof proxies === 'number'
      ? (_address: string, distance: number): boolean => distance < proxies
      : proxyAddress.compile([...proxies]);
  return ({ socket, headers }) => {
    const reported = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    let address = plain(socket.remoteAddress ?? '') ?? '';
    // The nearest proxy adds its client at the end.
    for (const [distance, entry] of reported.reverse().entries()) {
      const next = plain(entry);
      if (next === null || !isTrusted(address, distance)) {
        break;
      }
      address = next;
    }
    return address;
  };
}

/**
 * An address without what some proxies add: a port, brackets, quotes, a zone. An IPv4 address within IPv6 is the IPv4
 * address. Null for a text that is no address, such as "unknown".
 */
function plain(text: string): string | null {
  const bare = text.replace(/^"(.*)"$/, '$1');
  const [, inBrackets] = /^\[([^\]]*)\](?::\d*)?$/.exec(bare) ?? [];
  const [, beforePort] = /^([\d.]+):\d*$/.exec(bare) ?? [];
  const address = (inBrackets ?? beforePort ?? bare).replace(/%.*$/, '');
  if (isIP(address) !== 6) {
    return isIP(address) === 4 ? address : null;
  }
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(canonical) ?? [];
  if (high === undefined || low === undefined) {
    return canonical;
  }
  const [one, other] = [parseInt(high, 16), parseInt(low, 16)];
  return [one >> 8, one & 255, other >> 8, other & 255].join('.');
}
