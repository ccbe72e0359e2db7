import { runCommand } from '../../platform/command.js';

runCommand('Waits for what never happens.', () => new Promise(() => undefined));
