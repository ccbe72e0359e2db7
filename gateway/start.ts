import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Caches compiled code for the next start. It works for what is loaded after this, hence the dynamic imports.
enableCompileCache(join(import.meta.dirname, '..', '.compiled'));

const help = `npm start
  Serves the whole graph from one process, with the data sets that ship.
  PORT (4000)  HOST (127.0.0.1)
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database, used in place of that folder
  REPLICA_URLS      standbys of it that answer too, each at an address of its own, separated by commas
  KEYS_FILE         the keys of readers and editors (npm run keys); turns on the page /import for editors; default: none
  JWT_KEYS_URL, JWT_ISSUER, JWT_AUDIENCE, JWT_ROLES_CLAIM (roles), JWT_KEYS_AGE_S (600)
                    whose tokens are keys too: docs/access.md
  LOG_LEVEL (info), OTEL_EXPORTER_OTLP_ENDPOINT, RATE_LIMIT (6000), TRUST_PROXY (none), CORS_ORIGINS
                    see docs/operations.md
  WRITE_TIMEOUT_MS (15000)  a client that reads nothing of its answer for this long, or twice as long, is disconnected
  STOP_NOTICE_MS (1000)  time after SIGTERM for which requests are answered while /health/ready says that it stops`;

const { runCommand } = await import('../platform/command.js');

runCommand(help, async () => {
  const { readConfig } = await import('../platform/config.js');
  const { stopOnSignal } = await import('../platform/http-server.js');
  const { createLog } = await import('../platform/log.js');
  const { startTracing } = await import('../platform/tracing.js');
  const { startEmbedded } = await import('./embedded.js');
  const config = readConfig();
  const log = createLog('jiedui-gateway', config.logLevel);
  const stopTracing = await startTracing('jiedui-gateway', config.tracesEndpoint, log);
  const server = await startEmbedded(config, log);
  stopOnSignal(async (notice) => {
    await server.stop(notice);
    await stopTracing();
  }, config.stopNotice);
  console.log(`Jiedui is ready. Open ${server.url}/graphql in a browser.`);
});
