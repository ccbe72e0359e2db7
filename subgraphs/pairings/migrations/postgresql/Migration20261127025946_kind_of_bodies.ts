import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025946_kind_of_bodies extends Migration {
  override name = 'Migration20261127025946_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`alter table "pairings"."organisation_ref" add "kind" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_kind_index" on "pairings"."organisation_ref" ("kind");`);
    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "pairings"."organisation_ref_kind_index";`);
    this.addSql(`alter table "pairings"."organisation_ref" drop column "kind";`);
  }
}
