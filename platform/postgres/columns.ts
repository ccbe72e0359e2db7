import type { Options } from '@mikro-orm/core';

/**
 * On PostgreSQL, text has any length and sorts by code point in any locale, as on SQLite; `grams` get the index that
 * platform/text-index.ts needs.
 */
export const textColumns: NonNullable<NonNullable<Options['discovery']>['onMetadata']> = (meta) => {
  for (const property of meta.props) {
    if (property.type === 'string') {
      property.columnTypes = ['text'];
      property.collation = 'C';
    }
    if (property.name === 'grams') {
      // Without fastupdate: every query would scan its pending list until the next vacuum.
      const name = `${meta.tableName}_grams_index`;
      const expression = `create index "${name}" on "${meta.schema}"."${meta.tableName}" using gin ((grams::tsvector)) with (fastupdate = off)`;
      meta.indexes.push({ name, expression });
    }
  }
};
