import { separatePackages } from './separate-packages.js';

const peers = separatePackages('test/peers', 'what others made and ours is measured against (600 MB)');

/** The folder of what others made and ours is measured against, in tests and benches. */
export const peersFolder = peers.folder;

/** Whether the peers are there, as their lock file says. */
export const arePeersInstalled = peers.areInstalled;

/** Installs the peers unless they are there; it takes a minute. */
export const installPeers = peers.install;
