import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165525_as_printed extends Migration {
  override name = 'Migration20261126165525_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table "training"."course" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "training"."expert_exchange" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "training"."secondment" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "training"."course" drop column "as_printed";`);

    this.addSql(`alter table "training"."expert_exchange" drop column "as_printed";`);

    this.addSql(`alter table "training"."secondment" drop column "as_printed";`);
  }
}
