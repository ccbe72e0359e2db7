import { Migration } from '@mikro-orm/migrations';

export class Migration20261126170321_nation extends Migration {
  override name = 'Migration20261126170321_nation';

  override up(): void | Promise<void> {
    this.addSql(`alter table "training"."course" add "confidence" text collate "C" null;`);

    this.addSql(
      `alter table "training"."expert_exchange" add "confidence" text collate "C" null, add "batches" int null;`,
    );

    this.addSql(`alter table "training"."secondment" add "confidence" text collate "C" null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update "training".dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "training"."course" drop column "confidence";`);

    this.addSql(`alter table "training"."expert_exchange" drop column "confidence", drop column "batches";`);

    this.addSql(`alter table "training"."secondment" drop column "confidence";`);
  }
}
