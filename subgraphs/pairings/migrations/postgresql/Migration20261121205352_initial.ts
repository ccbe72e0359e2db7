import { Migration } from '@mikro-orm/migrations';

export class Migration20261121205352_initial extends Migration {
  override name = 'Migration20261121205352_initial';

  override up(): void | Promise<void> {
    this.addSql(`create schema if not exists "pairings";`);
    this.addSql(
      `create table "pairings"."counted_parties" ("pairing_id" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "count" int null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("pairing_id", "role", "place"));`,
    );
    this.addSql(`create index "counted_parties_region_id_index" on "pairings"."counted_parties" ("region_id");`);

    this.addSql(
      `create table "pairings"."dataset" ("id" text collate "C" not null, "title" text collate "C" not null, "content" text collate "C" not null, "folder" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."document" ("id" text collate "C" not null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "title" text collate "C" not null, "title_en" text collate "C" null, "number" text collate "C" null, "issue" text collate "C" null, "published_date" date null, "published_precision" text collate "C" null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."organisation" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "organisation_region_id_index" on "pairings"."organisation" ("region_id");`);

    this.addSql(
      `create table "pairings"."organisation_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."pairing" ("id" text collate "C" not null, "dataset" text collate "C" not null, "level" text collate "C" not null, "scope" text collate "C" not null, "evidence" text collate "C" not null, "note" text collate "C" null, "programme_id" text collate "C" not null, "parent_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_programme_id_index" on "pairings"."pairing" ("programme_id");`);
    this.addSql(`create index "pairing_parent_id_index" on "pairings"."pairing" ("parent_id");`);

    this.addSql(
      `create table "pairings"."pairing_period" ("id" text collate "C" not null, "dataset" text collate "C" not null, "pairing_id" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "from_bound" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "basis_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_period_pairing_id_index" on "pairings"."pairing_period" ("pairing_id");`);
    this.addSql(`create index "pairing_period_basis_id_index" on "pairings"."pairing_period" ("basis_id");`);

    this.addSql(
      `create table "pairings"."pairing_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "level" text collate "C" not null, "donor" text collate "C" null, "recipient" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_ref_programme_index" on "pairings"."pairing_ref" ("programme");`);

    this.addSql(
      `create table "pairings"."party" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "party_region_index" on "pairings"."party" ("region");`);
    this.addSql(`create index "party_organisation_index" on "pairings"."party" ("organisation");`);

    this.addSql(
      `create table "pairings"."programme" ("id" text collate "C" not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."record_pairing" ("record" text collate "C" not null, "pairing" text collate "C" not null, "dataset" text collate "C" not null, primary key ("record", "pairing"));`,
    );
    this.addSql(`create index "record_pairing_pairing_index" on "pairings"."record_pairing" ("pairing");`);

    this.addSql(
      `create table "pairings"."region" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "level" text collate "C" null, "parent_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_code_index" on "pairings"."region" ("code");`);
    this.addSql(`create index "region_parent_id_index" on "pairings"."region" ("parent_id");`);

    this.addSql(
      `create table "pairings"."region_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "dataset" text collate "C" not null, "province" text collate "C" null, "prefecture" text collate "C" null, "county" text collate "C" null, "township" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_ref_code_index" on "pairings"."region_ref" ("code");`);
    this.addSql(`create index "region_ref_province_index" on "pairings"."region_ref" ("province");`);
    this.addSql(`create index "region_ref_prefecture_index" on "pairings"."region_ref" ("prefecture");`);
    this.addSql(`create index "region_ref_county_index" on "pairings"."region_ref" ("county");`);
    this.addSql(`create index "region_ref_township_index" on "pairings"."region_ref" ("township");`);

    this.addSql(
      `create table "pairings"."source" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "document" text collate "C" not null, "paragraph" int null, primary key ("record", "place"));`,
    );

    this.addSql(
      `create table "pairings"."term" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("record", "place"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."counted_parties" cascade;`);
    this.addSql(`drop table if exists "pairings"."dataset" cascade;`);
    this.addSql(`drop table if exists "pairings"."document" cascade;`);
    this.addSql(`drop table if exists "pairings"."organisation" cascade;`);
    this.addSql(`drop table if exists "pairings"."organisation_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing_period" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."party" cascade;`);
    this.addSql(`drop table if exists "pairings"."programme" cascade;`);
    this.addSql(`drop table if exists "pairings"."record_pairing" cascade;`);
    this.addSql(`drop table if exists "pairings"."region" cascade;`);
    this.addSql(`drop table if exists "pairings"."region_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."source" cascade;`);
    this.addSql(`drop table if exists "pairings"."term" cascade;`);

    this.addSql(`drop schema if exists "pairings";`);
  }
}
