import { join } from 'node:path';

import { arePeersInstalled, peersFolder } from '../../scripts/install-peers.js';

/** The path of a file of an installed peer. */
export function peerFile(path: string): string {
  if (!arePeersInstalled()) {
    throw new Error('What this is measured against is not installed. Run npm run peers.');
  }
  return join(peersFolder, 'node_modules', path);
}
