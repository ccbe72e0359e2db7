import { Migration } from '@mikro-orm/migrations';

export class Migration20261121232339_register extends Migration {
  override name = 'Migration20261121232339_register';

  override up(): void | Promise<void> {
    // The register has these regions and versions from now on; the next import of both data sets brings them back.
    for (const table of ['region_version', 'region', 'region_ref']) {
      this.addSql(`delete from "pairings"."${table}" where "dataset" = 'articles';`);
    }

    this.addSql(
      `create table "pairings"."region_alias" ("region" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "name" text collate "C" not null, primary key ("region", "place"));`,
    );

    this.addSql(
      `create table "pairings"."search_form" ("id" serial primary key, "dataset" text collate "C" not null, "kind" text collate "C" not null, "record" text collate "C" not null, "match" text collate "C" not null, "form" text collate "C" not null, "text" text collate "C" not null, "stem" text collate "C" not null, "grams" text collate "C" null, "weight" int not null, "region" text collate "C" null);`,
    );
    this.addSql(`create index "search_form_text_index" on "pairings"."search_form" ("text");`);

    this.addSql(
      `create index "search_form_grams_index" on "pairings"."search_form" using gin ((grams::tsvector)) with (fastupdate = off);`,
    );

    this.addSql(`alter table "pairings"."region" add "pinyin" text collate "C" null;`);

    this.addSql(
      `alter table "pairings"."region_version" add "kind" text collate "C" not null, add "first_seen_date" date null, add "first_seen_precision" text collate "C" null, add "last_seen_date" date null, add "last_seen_precision" text collate "C" null;`,
    );
    this.addSql(`alter table "pairings"."region_version" alter column "note" drop not null;`);
    this.addSql(`create index "region_version_name_index" on "pairings"."region_version" ("name");`);
    this.addSql(`create index "region_version_code_index" on "pairings"."region_version" ("code");`);

    // The regions with the same region above; of a province, the other provinces.
    this.addSql(`create view "pairings".region_sibling as
      select one.id as region, other.id as sibling from "pairings".region one
        join "pairings".region other on other.parent_id = one.parent_id and other.id <> one.id
      union all
      select one.id, other.id from "pairings".region one
        join "pairings".region other on other.parent_id is null and other.level = one.level and other.id <> one.id
        where one.parent_id is null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop view if exists "pairings".region_sibling;`);
    this.addSql(`drop table if exists "pairings"."region_alias" cascade;`);
    this.addSql(`drop table if exists "pairings"."search_form" cascade;`);

    this.addSql(`alter table "pairings"."region" drop column "pinyin";`);

    this.addSql(`drop index "pairings"."region_version_name_index";`);
    this.addSql(`drop index "pairings"."region_version_code_index";`);
    this.addSql(
      `alter table "pairings"."region_version" drop column "kind", drop column "first_seen_date", drop column "first_seen_precision", drop column "last_seen_date", drop column "last_seen_precision";`,
    );
    this.addSql(`alter table "pairings"."region_version" alter column "note" set not null;`);
  }
}
