import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025958_kind_of_bodies extends Migration {
  override name = 'Migration20261127025958_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "labour"."organisation_ref" add "kind" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_kind_index" on "labour"."organisation_ref" ("kind");`);
    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "labour"."organisation_ref_kind_index";`);
    this.addSql(`alter table "labour"."organisation_ref" drop column "kind";`);
  }
}
