import { UserError } from './errors.js';

/**
 * Runs a command. Prints `help` for --help, and the message of a `UserError` without a stack. Errors, bad usage, and an
 * end of the process before that of the command set exit code 1.
 */
export function runCommand(help: string, run: () => Promise<void>): void {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help);
    return;
  }
  // Node ends a process that waits for what can no longer happen, and with exit code 0.
  const unfinished = (): void => {
    console.error(
      'The command ended before it was done: it waited for something that can no longer happen. Run it again.',
    );
    process.exitCode = 1;
  };
  process.once('beforeExit', unfinished);
  // `run` may throw before it returns a promise.
  const running = (async () => run())();
  running
    .catch((error: unknown) => {
      if (error instanceof UserError) {
        console.error(error.message);
      } else if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
        console.error(`${error.message}\n\n${help}`);
      } else {
        console.error(error);
      }
      process.exitCode = 1;
    })
    .finally(() => process.off('beforeExit', unfinished));
}
