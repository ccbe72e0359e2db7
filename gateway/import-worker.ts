import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As in start.ts.
enableCompileCache(join(import.meta.dirname, '..', '.compiled'));

await import('./import-worker-main.js');
