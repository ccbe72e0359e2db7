import type { FormattedExecutionResult } from 'graphql';

/** The data of an answer as the JSON text that is sent. */
export class WrittenData {
  constructor(
    readonly text: string,
    /** What the answer cost. */
    readonly cost: number,
  ) {}

  /** As the `data` of a result, whose type GraphQL has as an object. */
  asData(): Record<string, unknown> {
    return this as unknown as Record<string, unknown>;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** The text of an answer, with a line feed. */
export function answerText({ errors, data, extensions }: FormattedExecutionResult): string {
  const members = [
    errors === undefined ? '' : `"errors":${JSON.stringify(errors)}`,
    data === undefined ? '' : `"data":${data instanceof WrittenData ? data.text : JSON.stringify(data)}`,
    extensions === undefined ? '' : `"extensions":${JSON.stringify(extensions)}`,
  ];
  return `{${members.filter((member) => member !== '').join(',')}}\n`;
}

const dataBegins = '{"data":';
const dataEnds = ',"extensions":{"completeness":';

/** The text of the data in the text of a complete answer. */
export function dataTextIn(answer: string): string {
  const end = answer.lastIndexOf(dataEnds);
  if (!answer.startsWith(dataBegins) || end < 0) {
    throw new TypeError(`Expected a complete answer, found ${answer.slice(0, 50)}.`);
  }
  return answer.slice(dataBegins.length, end);
}
