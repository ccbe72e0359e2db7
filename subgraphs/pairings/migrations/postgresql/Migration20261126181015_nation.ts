import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181015_nation extends Migration {
  override name = 'Migration20261126181015_nation';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."coverage" ("id" text collate "C" not null, "note" text collate "C" null, "dataset" text collate "C" not null, "low" bigint null, "high" bigint null, "unit" text collate "C" null, "bound" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "from_date" date null, "from_precision" text collate "C" null, "to_date" date null, "to_precision" text collate "C" null, "included_in_id" text collate "C" null, "may_be_included_in_id" text collate "C" null, "programme_id" text collate "C" null, "rank" text collate "C" not null default 'NORMAL', "confidence" text collate "C" null, "scope" text collate "C" null, "alone" boolean not null default true, "facet" bigint null, "alike" boolean not null default false, "several" boolean not null default false, "first_year" smallint null, "last_year" smallint null, "part_of_year" boolean not null default false, "document" text collate "C" null, "print" text collate "C" null, "level" text collate "C" not null, "counts" text collate "C" not null, "purpose" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "coverage_included_in_id_index" on "pairings"."coverage" ("included_in_id");`);
    this.addSql(`create index "coverage_programme_id_index" on "pairings"."coverage" ("programme_id");`);
    this.addSql(`create index "coverage_alone_index" on "pairings"."coverage" ("alone");`);

    this.addSql(`alter table "pairings"."exchange" add "confidence" text collate "C" null;`);

    this.addSql(`alter table "pairings"."outcome" add "confidence" text collate "C" null;`);

    this.addSql(`alter table "pairings"."provision" add "confidence" text collate "C" null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update "pairings".dataset set content = '';`);
    this.addSql(`alter table "pairings"."coverage" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pairings"."coverage" drop column "as_printed";`);
    this.addSql(`drop table if exists "pairings"."coverage" cascade;`);

    this.addSql(`alter table "pairings"."exchange" drop column "confidence";`);

    this.addSql(`alter table "pairings"."outcome" drop column "confidence";`);

    this.addSql(`alter table "pairings"."provision" drop column "confidence";`);
  }
}
