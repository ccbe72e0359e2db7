import { createPostgreSqlTypeParsers } from '@mikro-orm/sql';
import type { TypeOverrides } from 'pg';

const textArray = 1009;

/** How `pg` reads values: as MikroORM expects them, dates as texts. */
export async function valueTypes(): Promise<TypeOverrides> {
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  const parseArray = pg.types.getTypeParser(textArray as never) as (text: string) => unknown;
  const parsers = createPostgreSqlTypeParsers((text) => parseArray(text) as never);
  for (const [oid, parser] of Object.entries(parsers)) {
    types.setTypeParser(Number(oid), parser);
  }
  return types;
}
