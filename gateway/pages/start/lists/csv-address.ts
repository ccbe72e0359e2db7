/** The address of a named query as CSV, with a filter. */
export function csvAddress(name: string, filter: object = {}, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(more);
  if (Object.keys(filter).length > 0) {
    search.set('filter', JSON.stringify(filter));
  }
  return search.size > 0 ? `/q/${name}.csv?${search.toString()}` : `/q/${name}.csv`;
}
