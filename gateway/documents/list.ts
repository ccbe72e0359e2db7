import { addressOf, type Catalogue } from './catalogue.js';

/** A named document, as the list at /q tells of it. */
export interface ListedDocument {
  readonly name: string;
  readonly description: string;
  readonly variables: readonly {
    readonly name: string;
    /** In the language of GraphQL. */
    readonly type: string;
    readonly required: boolean;
    readonly default?: unknown;
  }[];
  /** An address that answers. */
  readonly example: string;
}

/** The named documents, for programs. */
export function listed(catalogue: Catalogue): readonly ListedDocument[] {
  return Array.from(catalogue.values(), (entry) => ({
    name: entry.name,
    description: entry.description,
    variables: entry.variables.map(({ name, type, isRequired, byDefault }) => ({
      name,
      type: String(type),
      required: isRequired,
      ...(byDefault === undefined ? {} : { default: byDefault }),
    })),
    example: addressOf(entry, entry.example),
  }));
}

/** The same as a page for people. */
export function listPage(documents: readonly ListedDocument[]): string {
  const rows = documents.map(
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
<title>Named documents · Jiedui</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-top: 1px solid #ccc }
th { white-space: nowrap }
</style>
<h1>Named documents</h1>
<p>Each answers with JSON at its name. Variables with <code>!</code> have to be given, as
<code>?name=value</code>. Programs find this list as JSON at the same address, and all of it at
<a href="/q/openapi.json">openapi.json</a>. The links are examples.</p>
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
