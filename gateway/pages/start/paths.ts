/** The path of a document's page, at a paragraph where one is given. */
export function documentPath(id: string, paragraph: number | null = null): string {
  const path = `/documents/${encodeURIComponent(id)}`;
  return paragraph === null ? path : `${path}#${paragraphId(paragraph)}`;
}

/** The id of the place on a document's page that shows what is drawn from a paragraph. */
export function paragraphId(paragraph: number): string {
  return `paragraph-${paragraph}`;
}

/** The path of a programme's page. */
export function programmePath(id: string): string {
  return `/programmes/${encodeURIComponent(id)}`;
}

/** The path of an organisation's page. */
export function organisationPath(id: string): string {
  return `/organisations/${encodeURIComponent(id)}`;
}
