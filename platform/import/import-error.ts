import { UserError } from '../errors.js';
import type { GatheredProblem } from './problem.js';
import type { Problems } from './problems.js';

/** A refused import with all its problems. Nothing was written. */
export class ImportError extends UserError {
  /** By file and line. */
  readonly problems: readonly GatheredProblem[];

  /** `refused` says what was not done: "Nothing was imported from data/own". */
  constructor(refused: string, gathered: Problems) {
    const problems = gathered.list();
    const count = gathered.count === 1 ? 'one problem' : `${gathered.count} problems`;
    const left = gathered.leftOut === 0 ? [] : [`And ${gathered.leftOut} problems of other kinds: mend these first.`];
    super(`${refused}: ${count}.\n${[...problems.map(problemText), ...left].join('\n')}`);
    this.problems = problems;
  }
}

/** A warning as one line: `Warning: funds.csv:7 to: found "2022-12-31", …`. */
export const warningText = (warning: GatheredProblem): string => `Warning: ${problemText(warning)}`;

/** A problem as one line: `funds.csv:7 kind: found "GIFT", expected one of FISCAL, SOCIAL`. */
function problemText({ file, line, column, found, expected, more }: GatheredProblem): string {
  const place = `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` ${column}`}`;
  return `${place}: found ${found}, expected ${expected}${more ? moreText(more) : ''}`;
}

const moreText = ({ rows, lastLine }: NonNullable<GatheredProblem['more']>): string =>
  `; and ${rows} more ${rows === 1 ? 'row' : 'rows'}${lastLine === null ? '' : ` up to line ${lastLine}`}`;
