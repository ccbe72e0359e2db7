import { Migration } from '@mikro-orm/migrations';

export class Migration20261121213829_initial extends Migration {
  override name = 'Migration20261121213829_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."dataset" ("id" text collate "C" not null, "title" text collate "C" not null, "content" text collate "C" not null, "folder" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "labour"."job_fair" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "firms" int null, "worker" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "job_fair_included_in_id_index" on "labour"."job_fair" ("included_in_id");`);

    this.addSql(
      `create table "labour"."job_offer" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "worker" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "job_offer_included_in_id_index" on "labour"."job_offer" ("included_in_id");`);

    this.addSql(
      `create table "labour"."organisation_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "labour"."pairing_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "level" text collate "C" not null, "parent" text collate "C" null, "grandparent" text collate "C" null, "great_grandparent" text collate "C" null, "donor" text collate "C" null, "recipient" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_ref_programme_index" on "labour"."pairing_ref" ("programme");`);
    this.addSql(`create index "pairing_ref_parent_index" on "labour"."pairing_ref" ("parent");`);
    this.addSql(`create index "pairing_ref_grandparent_index" on "labour"."pairing_ref" ("grandparent");`);
    this.addSql(`create index "pairing_ref_great_grandparent_index" on "labour"."pairing_ref" ("great_grandparent");`);

    this.addSql(
      `create table "labour"."party" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "party_region_index" on "labour"."party" ("region");`);
    this.addSql(`create index "party_organisation_index" on "labour"."party" ("organisation");`);

    this.addSql(
      `create table "labour"."placement" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "stage" text collate "C" not null, "worker" text collate "C" not null, primary key ("id"));`,
    );
    this.addSql(`create index "placement_included_in_id_index" on "labour"."placement" ("included_in_id");`);

    this.addSql(
      `create table "labour"."record_pairing" ("record" text collate "C" not null, "pairing" text collate "C" not null, "dataset" text collate "C" not null, primary key ("record", "pairing"));`,
    );
    this.addSql(`create index "record_pairing_pairing_index" on "labour"."record_pairing" ("pairing");`);

    this.addSql(
      `create table "labour"."region_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "dataset" text collate "C" not null, "province" text collate "C" null, "prefecture" text collate "C" null, "county" text collate "C" null, "township" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_ref_code_index" on "labour"."region_ref" ("code");`);
    this.addSql(`create index "region_ref_province_index" on "labour"."region_ref" ("province");`);
    this.addSql(`create index "region_ref_prefecture_index" on "labour"."region_ref" ("prefecture");`);
    this.addSql(`create index "region_ref_county_index" on "labour"."region_ref" ("county");`);
    this.addSql(`create index "region_ref_township_index" on "labour"."region_ref" ("township");`);

    this.addSql(
      `create table "labour"."source" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "document" text collate "C" not null, "paragraph" int null, primary key ("record", "place"));`,
    );

    this.addSql(
      `create table "labour"."station" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "distinction" text collate "C" null, "organisation_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "station_included_in_id_index" on "labour"."station" ("included_in_id");`);
    this.addSql(`create index "station_organisation_id_index" on "labour"."station" ("organisation_id");`);

    this.addSql(
      `create table "labour"."term" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("record", "place"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."dataset" cascade;`);
    this.addSql(`drop table if exists "labour"."job_fair" cascade;`);
    this.addSql(`drop table if exists "labour"."job_offer" cascade;`);
    this.addSql(`drop table if exists "labour"."organisation_ref" cascade;`);
    this.addSql(`drop table if exists "labour"."pairing_ref" cascade;`);
    this.addSql(`drop table if exists "labour"."party" cascade;`);
    this.addSql(`drop table if exists "labour"."placement" cascade;`);
    this.addSql(`drop table if exists "labour"."record_pairing" cascade;`);
    this.addSql(`drop table if exists "labour"."region_ref" cascade;`);
    this.addSql(`drop table if exists "labour"."source" cascade;`);
    this.addSql(`drop table if exists "labour"."station" cascade;`);
    this.addSql(`drop table if exists "labour"."term" cascade;`);

    this.addSql(`drop schema if exists "labour";`);
  }
}
