import { csv } from './csv.js';
import type { TableFormat } from './format.js';
import { ndjson } from './ndjson.js';
import { parquet } from './parquet.js';

/** The forms that every table is served in. */
export const tableFormats: readonly TableFormat[] = [csv, ndjson, parquet];

/** The form of a suffix or a media type, without parameters; undefined where there is none. */
export const formatOf = (name: string | false): TableFormat | undefined =>
  tableFormats.find((format) => format.name === name || mediaTypeOf(format) === name);

/** The media type of a form, without parameters. */
export const mediaTypeOf = ({ mediaType }: TableFormat): string => mediaType.replace(/;.*/, '');
