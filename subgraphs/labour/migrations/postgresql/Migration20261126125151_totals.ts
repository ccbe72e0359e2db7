import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125151_totals extends Migration {
  override name = 'Migration20261126125151_totals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."inclusion" ("record" text collate "C" not null, "whole" text collate "C" not null, "is_vague" boolean not null, "type" text collate "C" not null, primary key ("record", "whole"));`,
    );
    this.addSql(`create index "inclusion_type_index" on "labour"."inclusion" ("type");`);

    this.addSql(
      `create table "labour"."scope_cover" ("part" text collate "C" not null, "whole" text collate "C" not null, "reason" text collate "C" not null, "type" text collate "C" not null, primary key ("part", "whole"));`,
    );
    this.addSql(`create index "scope_cover_whole_index" on "labour"."scope_cover" ("whole");`);
    this.addSql(`create index "scope_cover_type_index" on "labour"."scope_cover" ("type");`);

    this.addSql(
      `create table "labour"."scope_cross" ("one" text collate "C" not null, "other" text collate "C" not null, "is_returning" boolean not null, "type" text collate "C" not null, primary key ("one", "other"));`,
    );
    this.addSql(`create index "scope_cross_type_index" on "labour"."scope_cross" ("type");`);

    this.addSql(
      `alter table "labour"."job_fair" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "job_fair_programme_id_index" on "labour"."job_fair" ("programme_id");`);
    this.addSql(`create index "job_fair_alone_index" on "labour"."job_fair" ("alone");`);

    this.addSql(
      `alter table "labour"."job_offer" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "job_offer_programme_id_index" on "labour"."job_offer" ("programme_id");`);
    this.addSql(`create index "job_offer_alone_index" on "labour"."job_offer" ("alone");`);

    this.addSql(
      `alter table "labour"."placement" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "placement_programme_id_index" on "labour"."placement" ("programme_id");`);
    this.addSql(`create index "placement_alone_index" on "labour"."placement" ("alone");`);

    this.addSql(
      `alter table "labour"."station" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "station_programme_id_index" on "labour"."station" ("programme_id");`);
    this.addSql(`create index "station_alone_index" on "labour"."station" ("alone");`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."inclusion" cascade;`);
    this.addSql(`drop table if exists "labour"."scope_cover" cascade;`);
    this.addSql(`drop table if exists "labour"."scope_cross" cascade;`);

    this.addSql(`drop index "labour"."job_fair_programme_id_index";`);
    this.addSql(`drop index "labour"."job_fair_alone_index";`);
    this.addSql(
      `alter table "labour"."job_fair" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "labour"."job_offer_programme_id_index";`);
    this.addSql(`drop index "labour"."job_offer_alone_index";`);
    this.addSql(
      `alter table "labour"."job_offer" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "labour"."placement_programme_id_index";`);
    this.addSql(`drop index "labour"."placement_alone_index";`);
    this.addSql(
      `alter table "labour"."placement" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "labour"."station_programme_id_index";`);
    this.addSql(`drop index "labour"."station_alone_index";`);
    this.addSql(
      `alter table "labour"."station" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );
  }
}
