/** What a program asks for: a named query with its variables, and a table of it where there is one. */
export interface Asked {
  /** The address of the server, such as https://example.org. */
  readonly server: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The path of a table as CSV; null where the answer has none. */
  readonly csv: string | null;
}

/** A few lines of a language that ask the same as a page does. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
}

/** The lines that ask for what a page shows in each language. */
export function snippets(asked: Asked): readonly Snippet[] {
  return [
    { language: 'curl', code: curl(asked) },
    { language: 'Python', code: python(asked) },
    { language: 'R', code: r(asked) },
    { language: 'React', code: react(asked) },
  ];
}

/** The address of a named query with its variables; what is null is left out. */
function answerAddress({ server, name, variables }: Pick<Asked, 'server' | 'name' | 'variables'>): string {
  const search = new URLSearchParams(texts(variables));
  return search.size > 0 ? `${server}/q/${name}?${search.toString()}` : `${server}/q/${name}`;
}

const texts = (variables: Asked['variables']): [string, string][] =>
  Object.entries(variables).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
  );

function curl({ server, name, variables, csv }: Asked): string {
  const parts = texts(variables).map(
    ([variable, value]) => ` \\\n  --data-urlencode ${quoted(`${variable}=${value}`)}`,
  );
  const table = csv === null ? '' : `\n\ncurl -o ${fileOf(csv)} ${quoted(server + csv)}`;
  return `curl -G ${quoted(`${server}/q/${name}`)}${parts.join('')}${table}`;
}

/** A word of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function python(asked: Asked): string {
  const { server, csv } = asked;
  const answer = [
    'import json',
    'from urllib.request import urlopen',
    '',
    `answer = json.load(urlopen(${JSON.stringify(answerAddress(asked))}))`,
    'print(answer["data"])',
  ];
  if (csv === null) {
    return answer.join('\n');
  }
  // Codes have zeros in front, which a number would lose.
  const table = `table = pd.read_csv(${JSON.stringify(server + csv)}, dtype=str)`;
  return [...answer, '', 'import pandas as pd', '', table].join('\n');
}

function r(asked: Asked): string {
  const { server, csv } = asked;
  const answer = ['library(jsonlite)', '', `answer <- fromJSON(${JSON.stringify(answerAddress(asked))})`];
  if (csv === null) {
    return answer.join('\n');
  }
  const table = `table <- read.csv(${JSON.stringify(server + csv)}, colClasses = "character", na.strings = "")`;
  return [...answer, '', table].join('\n');
}

function react(asked: Asked): string {
  const { server, csv } = asked;
  return csv === null ? answerComponent(answerAddress(asked)) : tableComponent(server + csv.replace('.csv', '.ndjson'));
}

/** A component that shows the rows of a table, with the columns that have anything. */
const tableComponent = (address: string): string => `import { useEffect, useState } from 'react';

const address = ${JSON.stringify(address)};

export function JieduiTable() {
  const [rows, setRows] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    fetch(address)
      .then(async (response) => {
        if (!response.ok) throw new Error(\`status \${response.status}\`);
        const lines = (await response.text()).split('\\n').filter((line) => line !== '');
        setRows(lines.map((line) => JSON.parse(line)));
      })
      .catch(setError);
  }, []);
  if (error) return <p role="alert">Not available now: {error.message}</p>;
  if (!rows) return <p>Loading …</p>;
  const columns = Object.keys(rows[0] ?? {}).filter((name) => rows.some((row) => row[name] != null));
  return (
    <table>
      <thead>
        <tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>{columns.map((name) => <td key={name}>{row[name]}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}
`;

const answerComponent = (address: string): string => `import { useEffect, useState } from 'react';

const address = ${JSON.stringify(address)};

export function JieduiAnswer() {
  const [answer, setAnswer] = useState(null);
  const [error, setError] = useState(null);
  useEffect(() => {
    fetch(address)
      .then((response) => response.json())
      .then(({ data, errors }) => (data ? setAnswer(data) : setError(new Error(errors[0].message))))
      .catch(setError);
  }, []);
  if (error) return <p role="alert">Not available now: {error.message}</p>;
  return answer ? <pre>{JSON.stringify(answer, null, 2)}</pre> : <p>Loading …</p>;
}
`;

const fileOf = (path: string): string => /([^/?]+\.csv)/.exec(path)?.[1] ?? 'table.csv';
