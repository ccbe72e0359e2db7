/** Under what licence tables are, and where their data come from, in the words of a Frictionless data package. */
export const licence = {
  licenses: [{ name: 'MIT', title: 'MIT licence', path: 'https://opensource.org/license/mit' }],
  sources: [
    {
      title:
        'Facts of published articles and of registers of regions. Each row names the documents that print it, where it has the columns for that.',
    },
  ],
} as const;
