import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025953_kind_of_bodies extends Migration {
  override name = 'Migration20261127025953_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "finance"."organisation_ref" add "kind" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_kind_index" on "finance"."organisation_ref" ("kind");`);
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "finance"."organisation_ref_kind_index";`);
    this.addSql(`alter table "finance"."organisation_ref" drop column "kind";`);
  }
}
