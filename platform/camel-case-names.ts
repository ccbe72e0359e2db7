import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely';

/** Camel case names in queries and rows. Those of a result are mapped once for all rows, and values stay as they are. */
export class CamelCaseNames extends CamelCasePlugin {
  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first = {}] = result.rows;
    const names = Object.keys(first).map((column) => [column, this.camelCase(column)] as const);
    if (names.every(([column, name]) => column === name)) {
      return Promise.resolve(result);
    }
    const rows = result.rows.map((row) => {
      const named: UnknownRow = {};
      for (const [column, name] of names) {
        named[name] = row[column];
      }
      return named;
    });
    return Promise.resolve({ ...result, rows });
  }
}
