import { Migration } from '@mikro-orm/migrations';

export class Migration20261121214239_initial extends Migration {
  override name = 'Migration20261121214239_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."counted_parties" ("pairing_id" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "count" int null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("pairing_id", "role", "place"));`,
    );
    this.addSql(`create index "counted_parties_region_id_index" on "pairings"."counted_parties" ("region_id");`);

    this.addSql(
      `create table "pairings"."dataset" ("id" text collate "C" not null, "title" text collate "C" not null, "content" text collate "C" not null, "folder" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."discrepancy" ("id" text collate "C" not null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "text" text collate "C" not null, "text_zh" text collate "C" not null, "difference" double precision null, "unit" text collate "C" null, "region_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "discrepancy_region_id_index" on "pairings"."discrepancy" ("region_id");`);

    this.addSql(
      `create table "pairings"."discrepancy_record" ("discrepancy" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "type" text collate "C" not null, "record" text collate "C" not null, primary key ("discrepancy", "place"));`,
    );
    this.addSql(`create index "discrepancy_record_record_index" on "pairings"."discrepancy_record" ("record");`);

    this.addSql(
      `create table "pairings"."document" ("id" text collate "C" not null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "title" text collate "C" not null, "title_en" text collate "C" null, "number" text collate "C" null, "issue" text collate "C" null, "published_date" date null, "published_precision" text collate "C" null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."exchange" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "title" text collate "C" null, "title_en" text collate "C" null, "direction" text collate "C" null, "groups" int null, primary key ("id"));`,
    );
    this.addSql(`create index "exchange_included_in_id_index" on "pairings"."exchange" ("included_in_id");`);

    this.addSql(
      `create table "pairings"."organisation" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "organisation_region_id_index" on "pairings"."organisation" ("region_id");`);

    this.addSql(
      `create table "pairings"."organisation_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."outcome" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "indicator" text collate "C" not null, "region_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "outcome_included_in_id_index" on "pairings"."outcome" ("included_in_id");`);
    this.addSql(`create index "outcome_region_id_index" on "pairings"."outcome" ("region_id");`);

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
      `create table "pairings"."pairing_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "level" text collate "C" not null, "parent" text collate "C" null, "grandparent" text collate "C" null, "great_grandparent" text collate "C" null, "donor" text collate "C" null, "recipient" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_ref_programme_index" on "pairings"."pairing_ref" ("programme");`);
    this.addSql(`create index "pairing_ref_parent_index" on "pairings"."pairing_ref" ("parent");`);
    this.addSql(`create index "pairing_ref_grandparent_index" on "pairings"."pairing_ref" ("grandparent");`);
    this.addSql(
      `create index "pairing_ref_great_grandparent_index" on "pairings"."pairing_ref" ("great_grandparent");`,
    );

    this.addSql(
      `create table "pairings"."party" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "party_region_index" on "pairings"."party" ("region");`);
    this.addSql(`create index "party_organisation_index" on "pairings"."party" ("organisation");`);

    this.addSql(
      `create table "pairings"."programme" ("id" text collate "C" not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."provision" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "title" text collate "C" not null, "title_en" text collate "C" null, "complete" boolean null, primary key ("id"));`,
    );
    this.addSql(`create index "provision_included_in_id_index" on "pairings"."provision" ("included_in_id");`);

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
      `create table "pairings"."region_version" ("id" text collate "C" not null, "dataset" text collate "C" not null, "region_id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "note" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" not null, "to_date" date null, "to_precision" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_version_region_id_index" on "pairings"."region_version" ("region_id");`);

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
    this.addSql(`drop table if exists "pairings"."discrepancy" cascade;`);
    this.addSql(`drop table if exists "pairings"."discrepancy_record" cascade;`);
    this.addSql(`drop table if exists "pairings"."document" cascade;`);
    this.addSql(`drop table if exists "pairings"."exchange" cascade;`);
    this.addSql(`drop table if exists "pairings"."organisation" cascade;`);
    this.addSql(`drop table if exists "pairings"."organisation_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."outcome" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing_period" cascade;`);
    this.addSql(`drop table if exists "pairings"."pairing_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."party" cascade;`);
    this.addSql(`drop table if exists "pairings"."programme" cascade;`);
    this.addSql(`drop table if exists "pairings"."provision" cascade;`);
    this.addSql(`drop table if exists "pairings"."record_pairing" cascade;`);
    this.addSql(`drop table if exists "pairings"."region" cascade;`);
    this.addSql(`drop table if exists "pairings"."region_ref" cascade;`);
    this.addSql(`drop table if exists "pairings"."region_version" cascade;`);
    this.addSql(`drop table if exists "pairings"."source" cascade;`);
    this.addSql(`drop table if exists "pairings"."term" cascade;`);

    this.addSql(`drop schema if exists "pairings";`);
  }
}
