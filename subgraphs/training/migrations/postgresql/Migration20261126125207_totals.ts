import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125207_totals extends Migration {
  override name = 'Migration20261126125207_totals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "training"."inclusion" ("record" text collate "C" not null, "whole" text collate "C" not null, "is_vague" boolean not null, "type" text collate "C" not null, primary key ("record", "whole"));`,
    );
    this.addSql(`create index "inclusion_type_index" on "training"."inclusion" ("type");`);

    this.addSql(
      `create table "training"."scope_cover" ("part" text collate "C" not null, "whole" text collate "C" not null, "reason" text collate "C" not null, "type" text collate "C" not null, primary key ("part", "whole"));`,
    );
    this.addSql(`create index "scope_cover_whole_index" on "training"."scope_cover" ("whole");`);
    this.addSql(`create index "scope_cover_type_index" on "training"."scope_cover" ("type");`);

    this.addSql(
      `create table "training"."scope_cross" ("one" text collate "C" not null, "other" text collate "C" not null, "is_returning" boolean not null, "type" text collate "C" not null, primary key ("one", "other"));`,
    );
    this.addSql(`create index "scope_cross_type_index" on "training"."scope_cross" ("type");`);

    this.addSql(
      `alter table "training"."course" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "course_programme_id_index" on "training"."course" ("programme_id");`);
    this.addSql(`create index "course_alone_index" on "training"."course" ("alone");`);

    this.addSql(
      `alter table "training"."expert_exchange" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "expert_exchange_programme_id_index" on "training"."expert_exchange" ("programme_id");`);
    this.addSql(`create index "expert_exchange_alone_index" on "training"."expert_exchange" ("alone");`);

    this.addSql(
      `alter table "training"."secondment" add "programme_id" text collate "C" null, add "rank" text collate "C" not null default 'NORMAL', add "scope" text collate "C" null, add "alone" boolean not null default true, add "alike" boolean not null default false, add "several" boolean not null default false, add "first_year" smallint null, add "last_year" smallint null, add "part_of_year" boolean not null default false, add "document" text collate "C" null, add "print" text collate "C" null;`,
    );
    this.addSql(`create index "secondment_programme_id_index" on "training"."secondment" ("programme_id");`);
    this.addSql(`create index "secondment_alone_index" on "training"."secondment" ("alone");`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update "training"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "training"."inclusion" cascade;`);
    this.addSql(`drop table if exists "training"."scope_cover" cascade;`);
    this.addSql(`drop table if exists "training"."scope_cross" cascade;`);

    this.addSql(`drop index "training"."course_programme_id_index";`);
    this.addSql(`drop index "training"."course_alone_index";`);
    this.addSql(
      `alter table "training"."course" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "training"."expert_exchange_programme_id_index";`);
    this.addSql(`drop index "training"."expert_exchange_alone_index";`);
    this.addSql(
      `alter table "training"."expert_exchange" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );

    this.addSql(`drop index "training"."secondment_programme_id_index";`);
    this.addSql(`drop index "training"."secondment_alone_index";`);
    this.addSql(
      `alter table "training"."secondment" drop column "programme_id", drop column "rank", drop column "scope", drop column "alone", drop column "alike", drop column "several", drop column "first_year", drop column "last_year", drop column "part_of_year", drop column "document", drop column "print";`,
    );
  }
}
