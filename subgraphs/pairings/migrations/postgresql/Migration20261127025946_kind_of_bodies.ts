import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025946_kind_of_bodies extends Migration {
  override name = 'Migration20261127025946_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`drop view if exists "pairings"."region_sibling" cascade;`);
    this.addSql(`alter table "pairings"."organisation_ref" add "kind" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_kind_index" on "pairings"."organisation_ref" ("kind");`);
    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "pairings"."organisation_ref_kind_index";`);
    this.addSql(`alter table "pairings"."organisation_ref" drop column "kind";`);

    this.addSql(`create view "pairings"."region_sibling" as SELECT one.id AS region,
    other.id AS sibling
   FROM (pairings.region one
     JOIN pairings.region other ON (((other.parent_id = one.parent_id) AND (other.id <> one.id))))
UNION ALL
 SELECT one.id AS region,
    other.id AS sibling
   FROM (pairings.region one
     JOIN pairings.region other ON (((other.parent_id IS NULL) AND (other.level = one.level) AND (other.id <> one.id))))
  WHERE (one.parent_id IS NULL);`);
  }
}
