import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What Node.js compiles is kept for the next start. It has to be asked for before the rest is loaded.
enableCompileCache(join(import.meta.dirname, '..', '.compiled'));
await import('./one-process.js');
