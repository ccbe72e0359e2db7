import { Migration } from '@mikro-orm/migrations';

export class Migration20261126124500_search_stem extends Migration {
  override name = 'Migration20261126124500_search_stem';

  override up(): void | Promise<void> {
    this.addSql(`create index "search_form_stem_index" on "pairings"."search_form" ("stem");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "pairings"."search_form_stem_index";`);
  }
}
