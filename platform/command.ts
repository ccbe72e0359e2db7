import { UserError } from './errors.js';

/**
 * Runs what a command does: prints `help` for --help, and a problem of the user's making without a stack. Bad usage
 * and such problems exit with 1.
 */
export function runCommand(help: string, run: () => Promise<void>): void {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help);
    return;
  }
  // A command may throw before it gives a promise.
  const running = (async () => run())();
  running.catch((error: unknown) => {
    if (error instanceof UserError) {
      console.error(error.message);
    } else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      console.error(`${error.message}\n\n${help}`);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  });
}
