import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195156_words extends Migration {
  override name = 'Migration20261126195156_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."round_ref" ("id" text collate "C" not null, "dataset" text collate "C" not null, "programme" text collate "C" not null, "listing" text collate "C" not null, primary key ("id"));`,
    );

    this.addSql(`alter table "pairings"."counted_parties" drop constraint "counted_parties_pkey";`);
    this.addSql(`alter table "pairings"."counted_parties" rename column "pairing_id" to "record";`);
    this.addSql(`alter table "pairings"."counted_parties" add primary key ("record", "role", "place");`);

    this.addSql(
      `alter table "pairings"."coverage" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null, add "purpose_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "pairings"."exchange" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(
      `alter table "pairings"."outcome" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(`alter table "pairings"."pairing" add "note_zh" text collate "C" null;`);

    this.addSql(`alter table "pairings"."pairing_period" add "note_zh" text collate "C" null;`);

    this.addSql(
      `alter table "pairings"."provision" add "note_zh" text collate "C" null, add "distinction" text collate "C" null, add "distinction_zh" text collate "C" null;`,
    );

    this.addSql(`alter table "pairings"."region_version" add "note_zh" text collate "C" null;`);

    this.addSql(`alter table "pairings"."term" add "state" text collate "C" null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update "pairings"."dataset" set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."round_ref" cascade;`);

    this.addSql(`alter table "pairings"."counted_parties" drop constraint "counted_parties_pkey";`);
    this.addSql(`alter table "pairings"."counted_parties" rename column "record" to "pairing_id";`);
    this.addSql(`alter table "pairings"."counted_parties" add primary key ("pairing_id", "role", "place");`);

    this.addSql(
      `alter table "pairings"."coverage" drop column "note_zh", drop column "distinction", drop column "distinction_zh", drop column "purpose_zh";`,
    );

    this.addSql(
      `alter table "pairings"."exchange" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(
      `alter table "pairings"."outcome" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(`alter table "pairings"."pairing" drop column "note_zh";`);

    this.addSql(`alter table "pairings"."pairing_period" drop column "note_zh";`);

    this.addSql(
      `alter table "pairings"."provision" drop column "note_zh", drop column "distinction", drop column "distinction_zh";`,
    );

    this.addSql(`alter table "pairings"."region_version" drop column "note_zh";`);

    this.addSql(`alter table "pairings"."term" drop column "state";`);
  }
}
