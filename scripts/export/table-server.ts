import { Readable } from 'node:stream';

import { UserError } from '../../platform/errors.js';

/** A column of an exported table, in the words of the Frictionless Table Schema. */
export interface ExportedColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  readonly title: string;
  readonly titleZh?: string;
  readonly description?: string;
}

/** A table of the data package. */
export interface ExportedTable {
  readonly name: string;
  readonly title: string;
  readonly schema: { readonly fields: readonly ExportedColumn[]; readonly primaryKey?: readonly string[] };
}

/** All tables, and the version of their data. */
export interface ExportedPackage {
  readonly version: string;
  readonly resources: readonly ExportedTable[];
}

/** The tables of a server at one version of its data. */
export class TableServer {
  private constructor(
    private readonly url: string,
    readonly tables: ExportedPackage,
  ) {}

  /** Throws a `UserError` where nothing answers there. */
  static async connect(url: string): Promise<TableServer> {
    const response = await request(`${url}/q/datapackage.json`);
    return new TableServer(url, (await response.json()) as ExportedPackage);
  }

  /** The bytes of a table in a form. Throws a `UserError` where it cannot be had, or is of another version. */
  async read(name: string, form: 'csv' | 'parquet' | 'ndjson'): Promise<Readable> {
    const response = await request(`${this.url}/q/${name}.${form}`);
    const version = response.headers.get('x-data-version');
    if (version !== this.tables.version) {
      await response.body?.cancel();
      throw new UserError('The data changed while they were exported. Nothing is exported; run it again.');
    }
    return Readable.fromWeb(response.body as never);
  }
}

async function request(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new UserError(`Nothing answers at ${url}. Start the server, or leave --from out.`, { cause });
  }
  if (!response.ok) {
    const { errors = [] } = (await response.json().catch(() => ({}))) as { errors?: { message: string }[] };
    const said = errors.map(({ message }) => message).join(' ');
    throw new UserError(`${url} answers with ${response.status}. ${said} Nothing is exported.`);
  }
  return response;
}
