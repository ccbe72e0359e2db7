import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125128_totals extends Migration {
  override name = 'Migration20261126125128_totals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."inclusion" ("record" text collate "C" not null, "whole" text collate "C" not null, "is_vague" boolean not null, "type" text collate "C" not null, primary key ("record", "whole"));`,
    );
    this.addSql(`create index "inclusion_type_index" on "finance"."inclusion" ("type");`);

    this.addSql(
      `create table "finance"."scope_cover" ("part" text collate "C" not null, "whole" text collate "C" not null, "reason" text collate "C" not null, "type" text collate "C" not null, primary key ("part", "whole"));`,
    );
    this.addSql(`create index "scope_cover_whole_index" on "finance"."scope_cover" ("whole");`);
    this.addSql(`create index "scope_cover_type_index" on "finance"."scope_cover" ("type");`);

    this.addSql(
      `create table "finance"."scope_cross" ("one" text collate "C" not null, "other" text collate "C" not null, "is_returning" boolean not null, "type" text collate "C" not null, primary key ("one", "other"));`,
    );
    this.addSql(`create index "scope_cross_type_index" on "finance"."scope_cross" ("type");`);

    this.addSql(
      `alter table "finance"."fund" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "fund_programme_id_index" on "finance"."fund" ("programme_id");`);
    this.addSql(`create index "fund_alone_index" on "finance"."fund" ("alone");`);

    this.addSql(
      `alter table "finance"."project" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "project_programme_id_index" on "finance"."project" ("programme_id");`);
    this.addSql(`create index "project_alone_index" on "finance"."project" ("alone");`);

    this.addSql(
      `alter table "finance"."sale" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "sale_programme_id_index" on "finance"."sale" ("programme_id");`);
    this.addSql(`create index "sale_alone_index" on "finance"."sale" ("alone");`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "finance"."inclusion" cascade;`);
    this.addSql(`drop table if exists "finance"."scope_cover" cascade;`);
    this.addSql(`drop table if exists "finance"."scope_cross" cascade;`);

    this.addSql(`drop index "finance"."fund_programme_id_index";`);
    this.addSql(`drop index "finance"."fund_alone_index";`);
    this.addSql(
      `alter table "finance"."fund" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "finance"."project_programme_id_index";`);
    this.addSql(`drop index "finance"."project_alone_index";`);
    this.addSql(
      `alter table "finance"."project" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "finance"."sale_programme_id_index";`);
    this.addSql(`drop index "finance"."sale_alone_index";`);
    this.addSql(
      `alter table "finance"."sale" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );
  }
}
