import { runCommand } from '../platform/command.js';
import { installPeers } from './install-peers.js';

const help = `npm run peers
  Installs into test/peers what others made and ours is measured against, unless it is there.`;

runCommand(help, () => {
  installPeers();
  return Promise.resolve();
});
