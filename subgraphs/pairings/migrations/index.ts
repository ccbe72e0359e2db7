import type { DatabaseDefinition } from '../../../platform/database.js';

export const migrations: DatabaseDefinition['migrations'] = { sqlite: [], postgresql: [] };
