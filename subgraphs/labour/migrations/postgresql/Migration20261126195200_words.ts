import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195200_words extends Migration {
  override name = 'Migration20261126195200_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."counted_parties" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "count" int null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "counted_parties_region_id_index" on "labour"."counted_parties" ("region_id");`);

    this.addSql(
      `create table "labour"."round_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "listing" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `alter table "labour"."job_fair" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "labour"."job_offer" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "labour"."placement" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "labour"."station" add "note_zh" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(`alter table "labour"."term" add "state" text collate "C" null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update "labour"."dataset" set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."counted_parties" cascade;`);
    this.addSql(`drop table if exists "labour"."round_ref" cascade;`);

    this.addSql(
      `alter table "labour"."job_fair" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(
      `alter table "labour"."job_offer" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(
      `alter table "labour"."placement" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(`alter table "labour"."station" drop column "note_zh", drop column "distinction_zh";`);

    this.addSql(`alter table "labour"."term" drop column "state";`);
  }
}
