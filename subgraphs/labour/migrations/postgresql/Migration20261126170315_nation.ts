import { Migration } from '@mikro-orm/migrations';

export class Migration20261126170315_nation extends Migration {
  override name = 'Migration20261126170315_nation';

  override up(): void | Promise<void> {
    this.addSql(`alter table "labour"."job_fair" add "confidence" text collate "C" null;`);

    this.addSql(`alter table "labour"."job_offer" add "confidence" text collate "C" null;`);

    this.addSql(
      `alter table "labour"."placement" add "confidence" text collate "C" null, add "reach" text collate "C" null, add "site" text collate "C" null;`,
    );

    this.addSql(`alter table "labour"."station" add "confidence" text collate "C" null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update "labour".dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "labour"."job_fair" drop column "confidence";`);

    this.addSql(`alter table "labour"."job_offer" drop column "confidence";`);

    this.addSql(`alter table "labour"."placement" drop column "confidence", drop column "reach", drop column "site";`);

    this.addSql(`alter table "labour"."station" drop column "confidence";`);
  }
}
