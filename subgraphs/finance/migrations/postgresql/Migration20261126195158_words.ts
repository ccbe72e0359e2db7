import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195158_words extends Migration {
  override name = 'Migration20261126195158_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."counted_parties" ("record" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "count" int null, "kind" text collate "C" not null, "region_id" text collate "C" null, primary key ("record", "role", "place"));`,
    );
    this.addSql(`create index "counted_parties_region_id_index" on "finance"."counted_parties" ("region_id");`);

    this.addSql(
      `create table "finance"."round_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "listing" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(
      `alter table "finance"."enterprise" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "finance"."facility" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "finance"."fund" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null, add "purpose_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "finance"."project" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null, add "purpose_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "finance"."sale" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null, add "purpose_zh" text collate "C" null;`,
    );

    this.addSql(`alter table "finance"."term" add "state" text collate "C" null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update "finance"."dataset" set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "finance"."counted_parties" cascade;`);
    this.addSql(`drop table if exists "finance"."round_ref" cascade;`);

    this.addSql(
      `alter table "finance"."enterprise" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(
      `alter table "finance"."facility" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(
      `alter table "finance"."fund" drop column "note_zh", drop column "distinction", drop column "distinction_zh", drop column "purpose_zh";`,
    );

    this.addSql(
      `alter table "finance"."project" drop column "note_zh", drop column "distinction", drop column "distinction_zh", drop column "purpose_zh";`,
    );

    this.addSql(
      `alter table "finance"."sale" drop column "note_zh", drop column "distinction", drop column "distinction_zh", drop column "purpose_zh";`,
    );

    this.addSql(`alter table "finance"."term" drop column "state";`);
  }
}
