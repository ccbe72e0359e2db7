import type { Catalogue, CatalogueEntry } from '../documents/catalogue.js';
import type { Json } from './rows.js';
import type { Found } from './tool-answer.js';

/** The folders of `documents/` whose queries are questions for agents. The others are asked by tools, or for the pages. */
const folders = ['.', 'questions', 'nation', 'tables'];

/** Lists the questions in which most words of a text are; all without one. */
export function listQuestions(
  catalogue: Catalogue,
  {
    text = '',
    first,
    after,
  }: { readonly text?: string | undefined; readonly first: number; readonly after?: string | undefined },
): Found {
  const words = text
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== '');
  const entries = [...catalogue.values()].filter(({ folder }) => folders.includes(folder));
  const found = words.length === 0 ? entries : byWords(entries, words);
  const start = after === undefined ? 0 : found.findIndex(({ name }) => name === after) + 1;
  const page = found.slice(start, start + first);
  const last = page.at(-1);
  return {
    data: { totalCount: found.length, questions: page.map(lineOf) },
    missing: [],
    versions: new Map(),
    asked: { text, first, ...(after === undefined ? {} : { after }) },
    cursor: last && start + first < found.length ? last.name : null,
  };
}

function byWords(entries: readonly CatalogueEntry[], words: readonly string[]): readonly CatalogueEntry[] {
  return entries
    .map((entry) => {
      const about = `${entry.name} ${entry.description}`.toLowerCase();
      return { entry, hits: words.filter((word) => about.includes(word)).length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.hits - one.hits)
    .map(({ entry }) => entry);
}

const lineOf = ({ name, description, variables, example }: CatalogueEntry): Json => ({
  name,
  description,
  variables: Object.fromEntries(
    variables.map(({ name: variable, type, defaultValue }) => [
      variable,
      defaultValue === undefined ? String(type) : `${String(type)} = ${JSON.stringify(defaultValue)}`,
    ]),
  ),
  example: example as Json,
});
