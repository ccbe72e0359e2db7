import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165456_as_printed extends Migration {
  override name = 'Migration20261126165456_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table "finance"."fund" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "finance"."project" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "finance"."sale" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "finance"."fund" drop column "as_printed";`);

    this.addSql(`alter table "finance"."project" drop column "as_printed";`);

    this.addSql(`alter table "finance"."sale" drop column "as_printed";`);
  }
}
