import { UserError } from './errors.js';

/**
 * Runs a command. Prints `help` for --help, and the message of a `UserError` without a stack. Errors and bad usage set
 * exit code 1.
 */
export function runCommand(help: string, run: () => Promise<void>): void {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help);
    return;
  }
  // `run` may throw before it returns a promise.
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
