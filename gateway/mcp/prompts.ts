import * as z from 'zod';

/** A prompt that a person may choose: what it asks for, and the text that an agent gets. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly text: (given: Readonly<Record<string, string>>) => string;
}

const name = z.string().min(1).max(200);

const cite =
  'Give for each figure the document and the paragraph. Say of each total what is left out and why. Where an answer is not complete, say what is missing; null means that no source reports it, not that there is none.';

/** The prompts. */
export const prompts: readonly Prompt[] = [
  {
    name: 'compare_pairings',
    title: 'Compare two pairings',
    description: 'Who helps whom in two pairings, since when, and what came of each.',
    input: z.strictObject({ first: name.describe('西湖 宣恩'), second: name.describe('张家港 沿河') }),
    text: ({ first, second }) =>
      `Compare the pairings ${quoted(first)} and ${quoted(second)}. Find each with "find" (kinds: pairing), "describe" both, and take with "total" the fiscal and the social funds, projects, placements, courses and secondments of each. Put both side by side in a table. Do not compare what has another unit, basis or year, and say where. ${cite}`,
  },
  {
    name: 'trace_figure',
    title: 'Trace a figure to its source',
    description: 'Which record a figure comes from, which document prints it, and whether others disagree.',
    input: z.strictObject({ figure: name.describe('65.94 million yuan'), of: name.describe('张家港 沿河') }),
    text: ({ figure, of }) =>
      `Where does the figure ${quoted(figure)} of ${quoted(of)} come from? Find the pairing or region with "find", take the "total" that it may be of, with its records, and look for the one with this figure. Give what the source prints, the document with its address, and the paragraph; whether the record is counted in the total, and if not, why and for which record; and the discrepancies that "describe" reports. ${cite}`,
  },
  {
    name: 'what_is_missing',
    title: 'What is missing',
    description: 'What the data do not have of a region, pairing or programme.',
    input: z.strictObject({ of: name.describe('东西部扶贫协作') }),
    text: ({ of }) =>
      `What is missing in the data about ${quoted(of)}? Find it with "find" and "describe" it. Of a programme, say of each round which levels are complete and what is missing. Of a region or pairing, take each "total" and say which have no record, which are intervals, what is left out and why, and which periods have no beginning or no source. Look with "list_questions" (text: missing) for questions about it. ${cite}`,
  },
];

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '');
