import { Migration } from '@mikro-orm/migrations';

export class Migration20261126162645_rounds extends Migration {
  override name = 'Migration20261126162645_rounds';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."round" ("id" text collate "C" not null, "dataset" text collate "C" not null, "name" text collate "C" not null, "name_en" text collate "C" null, "listing" text collate "C" not null, "missing" text collate "C" null, "missing_zh" text collate "C" null, "programme_id" text collate "C" not null, "basis_id" text collate "C" null, primary key ("id"));`,
    );
    this.addSql(`create index "round_programme_id_index" on "pairings"."round" ("programme_id");`);

    this.addSql(
      `create table "pairings"."round_level" ("round_id" text collate "C" not null, "level" text collate "C" not null, "dataset" text collate "C" not null, primary key ("round_id", "level"));`,
    );

    this.addSql(`alter table "pairings"."pairing" add "mutual" boolean not null default false;`);

    this.addSql(
      `alter table "pairings"."pairing_period" add "end" text collate "C" null, add "ended_before_date" date null, add "ended_before_precision" text collate "C" null, add "confidence" text collate "C" null, add "note" text collate "C" null, add "round_id" text collate "C" null, add "superseded_by_id" text collate "C" null, add "parent_id" text collate "C" null;`,
    );
    this.addSql(`create index "pairing_period_round_id_index" on "pairings"."pairing_period" ("round_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."round" cascade;`);
    this.addSql(`drop table if exists "pairings"."round_level" cascade;`);

    this.addSql(`alter table "pairings"."pairing" drop column "mutual";`);

    this.addSql(`drop index "pairings"."pairing_period_round_id_index";`);
    this.addSql(
      `alter table "pairings"."pairing_period" drop column "end", drop column "ended_before_date", drop column "ended_before_precision", drop column "confidence", drop column "note", drop column "round_id", drop column "superseded_by_id", drop column "parent_id";`,
    );
  }
}
