import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { stopOnSignal } from '../platform/http-server.js';
import { createLog } from '../platform/log.js';
import { startTracing } from '../platform/tracing.js';
import { startEmbedded } from './embedded.js';

const help = `npm start
  Serves the whole graph from one process, with the data set that ships.
  PORT (4000)  HOST (127.0.0.1)
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database in place of that folder
  LOG_LEVEL (info), OTEL_EXPORTER_OTLP_ENDPOINT, RATE_LIMIT (6000), TRUST_PROXY (none), CORS_ORIGINS
                    see docs/operations.md
  STOP_NOTICE_MS (1000)  after SIGTERM, how long it still answers while /health/ready says that it stops`;

runCommand(help, async () => {
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
