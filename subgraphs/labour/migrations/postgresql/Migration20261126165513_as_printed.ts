import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165513_as_printed extends Migration {
  override name = 'Migration20261126165513_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table "labour"."job_fair" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "labour"."job_offer" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "labour"."placement" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "labour"."station" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "labour"."job_fair" drop column "as_printed";`);

    this.addSql(`alter table "labour"."job_offer" drop column "as_printed";`);

    this.addSql(`alter table "labour"."placement" drop column "as_printed";`);

    this.addSql(`alter table "labour"."station" drop column "as_printed";`);
  }
}
