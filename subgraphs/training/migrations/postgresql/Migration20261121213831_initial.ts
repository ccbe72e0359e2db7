import { Migration } from '@mikro-orm/migrations';

export class Migration20261121213831_initial extends Migration {
  override name = 'Migration20261121213831_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "training"."course" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "title" text collate "C" null, "title_en" text collate "C" null, "kind" text collate "C" not null, "sessions" int null, "counts" text collate "C" not null, "trainee" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "course_included_in_id_index" on "training"."course" ("included_in_id");`);

    this.addSql(
      `create table "training"."dataset" ("id" text collate "C" not null, "title" text collate "C" not null, "content" text collate "C" not null, "folder" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "training"."expert_exchange" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "direction" text collate "C" not null, "frequency" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(
      `create index "expert_exchange_included_in_id_index" on "training"."expert_exchange" ("included_in_id");`,
    );

    this.addSql(
      `create table "training"."organisation_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "training"."pairing_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "level" text collate "C" not null, "parent" text collate "C" null, "grandparent" text collate "C" null, "great_grandparent" text collate "C" null, "donor" text collate "C" null, "recipient" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_ref_programme_index" on "training"."pairing_ref" ("programme");`);
    this.addSql(`create index "pairing_ref_parent_index" on "training"."pairing_ref" ("parent");`);
    this.addSql(`create index "pairing_ref_grandparent_index" on "training"."pairing_ref" ("grandparent");`);
    this.addSql(
      `create index "pairing_ref_great_grandparent_index" on "training"."pairing_ref" ("great_grandparent");`,
    );

    this.addSql(
      `create table "training"."party" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "party_region_index" on "training"."party" ("region");`);
    this.addSql(`create index "party_organisation_index" on "training"."party" ("organisation");`);

    this.addSql(
      `create table "training"."record_pairing" ("record" text collate "C" not null, "pairing" text collate "C" not null, "dataset" text collate "C" not null, primary key ("record", "pairing"));`,
    );
    this.addSql(`create index "record_pairing_pairing_index" on "training"."record_pairing" ("pairing");`);

    this.addSql(
      `create table "training"."region_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "dataset" text collate "C" not null, "province" text collate "C" null, "prefecture" text collate "C" null, "county" text collate "C" null, "township" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_ref_code_index" on "training"."region_ref" ("code");`);
    this.addSql(`create index "region_ref_province_index" on "training"."region_ref" ("province");`);
    this.addSql(`create index "region_ref_prefecture_index" on "training"."region_ref" ("prefecture");`);
    this.addSql(`create index "region_ref_county_index" on "training"."region_ref" ("county");`);
    this.addSql(`create index "region_ref_township_index" on "training"."region_ref" ("township");`);

    this.addSql(
      `create table "training"."secondment" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "direction" text collate "C" not null, "seconded" text collate "C" not null, "months" int null, "batches" int null, "post" text collate "C" null, "post_en" text collate "C" null, "holder" text collate "C" null, "holder_en" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "secondment_included_in_id_index" on "training"."secondment" ("included_in_id");`);

    this.addSql(
      `create table "training"."source" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "document" text collate "C" not null, "paragraph" int null, primary key ("record", "place"));`,
    );

    this.addSql(
      `create table "training"."term" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("record", "place"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "training"."course" cascade;`);
    this.addSql(`drop table if exists "training"."dataset" cascade;`);
    this.addSql(`drop table if exists "training"."expert_exchange" cascade;`);
    this.addSql(`drop table if exists "training"."organisation_ref" cascade;`);
    this.addSql(`drop table if exists "training"."pairing_ref" cascade;`);
    this.addSql(`drop table if exists "training"."party" cascade;`);
    this.addSql(`drop table if exists "training"."record_pairing" cascade;`);
    this.addSql(`drop table if exists "training"."region_ref" cascade;`);
    this.addSql(`drop table if exists "training"."secondment" cascade;`);
    this.addSql(`drop table if exists "training"."source" cascade;`);
    this.addSql(`drop table if exists "training"."term" cascade;`);

    this.addSql(`drop schema if exists "training";`);
  }
}
