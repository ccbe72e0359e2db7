import type { LabelLanguage } from '../enum-label.js';
import { UserError } from '../errors.js';
import { inLanguage, say, type Message } from './message.js';
import type { GatheredProblem } from './problem.js';
import type { Problems, Shown } from './problems.js';

/** A refusal with the problems that it is for, by file and line. Nothing was written. */
export class RefusedImport extends UserError {
  constructor(
    message: string,
    readonly problems: readonly GatheredProblem[],
  ) {
    super(message);
  }
}

/** A refused import with all its problems. */
export class ImportError extends RefusedImport {
  /** `refused` says what was not done: "Nothing was imported from data/own". */
  constructor(refused: Message, gathered: Problems, shown: Shown = {}) {
    const { language = 'EN' } = shown;
    const problems = gathered.list(shown);
    const { count, leftOut } = gathered;
    const counted = say(count === 1 ? 'one problem' : `${count} problems`, `${count} 个问题`);
    const left = say(
      `And ${leftOut} problems of other kinds: mend these first.`,
      `另有 ${leftOut} 个其他问题：请先改正以上各处。`,
    );
    const lines = [
      language === 'ZH'
        ? `${inLanguage(refused, language)}：${inLanguage(counted, language)}。`
        : `${inLanguage(refused, language)}: ${inLanguage(counted, language)}.`,
      ...problems.map((problem) => problemText(problem, language)),
      ...(leftOut === 0 ? [] : [inLanguage(left, language)]),
    ];
    super(lines.join('\n'), problems);
  }
}

/** A warning as one line: `Warning: funds.csv:7 to: found "2022-12-31", …`. */
export const warningText = (warning: GatheredProblem, language: LabelLanguage = 'EN'): string =>
  `${language === 'ZH' ? '提醒：' : 'Warning: '}${problemText(warning, language)}`;

/** A problem as one line: `funds.csv:7 kind: found "GIFT", expected one of FISCAL, SOCIAL`. */
function problemText({ file, line, column, found, expected, more }: GatheredProblem, language: LabelLanguage): string {
  if (language === 'ZH') {
    const place = `${file}${line === null ? '' : ` 第 ${line} 行`}${column === null ? '' : ` ${column}`}`;
    return `${place}：现为 ${found}；应为 ${expected}${more ? moreChinese(more) : ''}`;
  }
  const place = `${file}${line === null ? '' : `:${line}`}${column === null ? '' : ` ${column}`}`;
  return `${place}: found ${found}, expected ${expected}${more ? moreText(more) : ''}`;
}

const moreText = ({ rows, lastLine }: NonNullable<GatheredProblem['more']>): string =>
  `; and ${rows} more ${rows === 1 ? 'row' : 'rows'}${lastLine === null ? '' : ` up to line ${lastLine}`}`;

const moreChinese = ({ rows, lastLine }: NonNullable<GatheredProblem['more']>): string =>
  `；另有 ${rows} 行同样的问题${lastLine === null ? '' : `，到第 ${lastLine} 行为止`}`;
