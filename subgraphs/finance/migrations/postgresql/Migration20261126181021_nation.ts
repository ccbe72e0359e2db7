import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181021_nation extends Migration {
  override name = 'Migration20261126181021_nation';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."enterprise" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "programme_id" text collate "C" null, "rank" text collate "C" not null default 'NORMAL', "confidence" text collate "C" null, "scope" text collate "C" null, "alone" boolean not null default true, "facet" bigint null, "alike" boolean not null default false, "several" boolean not null default false, "first_year" smallint null, "last_year" smallint null, "part_of_year" boolean not null default false, "document" text collate "C" null, "print" text collate "C" null, "kind" text collate "C" not null, "counts" text collate "C" not null, "title" text collate "C" null, "title_en" text collate "C" null, "fund_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "enterprise_included_in_id_index" on "finance"."enterprise" ("included_in_id");`);
    this.addSql(`create index "enterprise_programme_id_index" on "finance"."enterprise" ("programme_id");`);
    this.addSql(`create index "enterprise_alone_index" on "finance"."enterprise" ("alone");`);

    this.addSql(
      `create table "finance"."facility" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "programme_id" text collate "C" null, "rank" text collate "C" not null default 'NORMAL', "confidence" text collate "C" null, "scope" text collate "C" null, "alone" boolean not null default true, "facet" bigint null, "alike" boolean not null default false, "several" boolean not null default false, "first_year" smallint null, "last_year" smallint null, "part_of_year" boolean not null default false, "document" text collate "C" null, "print" text collate "C" null, "kind" text collate "C" not null, "counts" text collate "C" not null, "title" text collate "C" null, "title_en" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "facility_included_in_id_index" on "finance"."facility" ("included_in_id");`);
    this.addSql(`create index "facility_programme_id_index" on "finance"."facility" ("programme_id");`);
    this.addSql(`create index "facility_alone_index" on "finance"."facility" ("alone");`);

    this.addSql(
      `alter table "finance"."fund" add "confidence" text collate "C" null, add "tier" text collate "C" null;`,
    );

    this.addSql(`alter table "finance"."project" add "confidence" text collate "C" null;`);

    this.addSql(`alter table "finance"."sale" add "confidence" text collate "C" null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update "finance".dataset set content = '';`);

    this.addSql(`alter table "finance"."enterprise" add "as_printed" text collate "C" null;`);
    this.addSql(`alter table "finance"."facility" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "finance"."enterprise" drop column "as_printed";`);
    this.addSql(`alter table "finance"."facility" drop column "as_printed";`);
    this.addSql(`drop table if exists "finance"."enterprise" cascade;`);
    this.addSql(`drop table if exists "finance"."facility" cascade;`);

    this.addSql(`alter table "finance"."fund" drop column "confidence", drop column "tier";`);

    this.addSql(`alter table "finance"."project" drop column "confidence";`);

    this.addSql(`alter table "finance"."sale" drop column "confidence";`);
  }
}
