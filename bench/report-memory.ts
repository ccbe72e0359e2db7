import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Loaded before a server (`node --import`), it tells its parent, when asked, what memory the server takes once it is tidied up. */
setFlagsFromString('--expose-gc');
const tidyUp = runInNewContext('gc') as () => void;

process.on('message', () => {
  tidyUp();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
process.channel?.unref();
