import { Migration } from '@mikro-orm/migrations';

export class Migration20261121213827_initial extends Migration {
  override name = 'Migration20261121213827_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."dataset" ("id" text collate "C" not null, "title" text collate "C" not null, "content" text collate "C" not null, "folder" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "finance"."fund" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "purpose" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "fund_included_in_id_index" on "finance"."fund" ("included_in_id");`);

    this.addSql(
      `create table "finance"."organisation_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "dataset" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "finance"."pairing_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "level" text collate "C" not null, "parent" text collate "C" null, "grandparent" text collate "C" null, "great_grandparent" text collate "C" null, "donor" text collate "C" null, "recipient" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "pairing_ref_programme_index" on "finance"."pairing_ref" ("programme");`);
    this.addSql(`create index "pairing_ref_parent_index" on "finance"."pairing_ref" ("parent");`);
    this.addSql(`create index "pairing_ref_grandparent_index" on "finance"."pairing_ref" ("grandparent");`);
    this.addSql(`create index "pairing_ref_great_grandparent_index" on "finance"."pairing_ref" ("great_grandparent");`);

    this.addSql(
      `create table "finance"."party" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "party_region_index" on "finance"."party" ("region");`);
    this.addSql(`create index "party_organisation_index" on "finance"."party" ("organisation");`);

    this.addSql(
      `create table "finance"."project" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" null, "state" text collate "C" null, "title" text collate "C" null, "title_en" text collate "C" null, "purpose" text collate "C" null, "townships" int null, "villages" int null, "households" int null, "fund_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "project_included_in_id_index" on "finance"."project" ("included_in_id");`);
    this.addSql(`create index "project_fund_id_index" on "finance"."project" ("fund_id");`);

    this.addSql(
      `create table "finance"."record_pairing" ("record" text collate "C" not null, "pairing" text collate "C" not null, "dataset" text collate "C" not null, primary key ("record", "pairing"));`,
    );
    this.addSql(`create index "record_pairing_pairing_index" on "finance"."record_pairing" ("pairing");`);

    this.addSql(
      `create table "finance"."region_ref" ("id" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "code" text collate "C" null, "dataset" text collate "C" not null, "province" text collate "C" null, "prefecture" text collate "C" null, "county" text collate "C" null, "township" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "region_ref_code_index" on "finance"."region_ref" ("code");`);
    this.addSql(`create index "region_ref_province_index" on "finance"."region_ref" ("province");`);
    this.addSql(`create index "region_ref_prefecture_index" on "finance"."region_ref" ("prefecture");`);
    this.addSql(`create index "region_ref_county_index" on "finance"."region_ref" ("county");`);
    this.addSql(`create index "region_ref_township_index" on "finance"."region_ref" ("township");`);

    this.addSql(
      `create table "finance"."sale" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "kind" text collate "C" not null, "purpose" text collate "C" null, "groups" int null, primary key ("id"));`,
    );
    this.addSql(`create index "sale_included_in_id_index" on "finance"."sale" ("included_in_id");`);

    this.addSql(
      `create table "finance"."source" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "document" text collate "C" not null, "paragraph" int null, primary key ("record", "place"));`,
    );

    this.addSql(
      `create table "finance"."term" ("record" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, primary key ("record", "place"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "finance"."dataset" cascade;`);
    this.addSql(`drop table if exists "finance"."fund" cascade;`);
    this.addSql(`drop table if exists "finance"."organisation_ref" cascade;`);
    this.addSql(`drop table if exists "finance"."pairing_ref" cascade;`);
    this.addSql(`drop table if exists "finance"."party" cascade;`);
    this.addSql(`drop table if exists "finance"."project" cascade;`);
    this.addSql(`drop table if exists "finance"."record_pairing" cascade;`);
    this.addSql(`drop table if exists "finance"."region_ref" cascade;`);
    this.addSql(`drop table if exists "finance"."sale" cascade;`);
    this.addSql(`drop table if exists "finance"."source" cascade;`);
    this.addSql(`drop table if exists "finance"."term" cascade;`);

    this.addSql(`drop schema if exists "finance";`);
  }
}
