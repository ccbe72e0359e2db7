import { addressOf, type Catalogue } from './catalogue.js';

/** A named query in the list at /q. */
export interface ListedQuery {
  readonly name: string;
  readonly description: string;
  readonly variables: readonly {
    readonly name: string;
    /** As GraphQL writes it: `[ID!]`. */
    readonly type: string;
    readonly required: boolean;
    readonly default?: unknown;
  }[];
  /** An address that answers, below that of the server. */
  readonly example: string;
}

/** The list as JSON. */
export function listed(catalogue: Catalogue): readonly ListedQuery[] {
  return Array.from(catalogue.values(), (entry) => ({
    name: entry.name,
    description: entry.description,
    variables: entry.variables.map(({ name, type, isRequired, defaultValue }) => ({
      name,
      type: String(type),
      required: isRequired,
      ...(defaultValue === undefined ? {} : { default: defaultValue }),
    })),
    example: addressOf(entry, entry.example),
  }));
}

/** The list as an HTML page. */
export function listPage(queries: readonly ListedQuery[]): string {
  const rows = queries.map(
    ({ name, description, variables, example }) => `<tr>
<th scope="row"><a href="${escape(example)}">${escape(name)}</a></th>
<td>${escape(description)}</td>
<td>${variables.map(({ name: variable, type }) => `<code>${escape(`${variable}: ${type}`)}</code>`).join('<br>')}</td>
</tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Named queries · Jiedui</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-top: 1px solid #ccc }
th { white-space: nowrap }
</style>
<h1>Named queries</h1>
<p>Each link is an example and answers with JSON. Variables are given as <code>?name=value</code>; those with
<code>!</code> and no default are required. Programs get this list as JSON from the same address, and an OpenAPI
description from <a href="/q/openapi.json">openapi.json</a>.</p>
<table>
<thead><tr><th scope="col">name</th><th scope="col">answers</th><th scope="col">variables</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
