import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165445_as_printed extends Migration {
  override name = 'Migration20261126165445_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table "pairings"."exchange" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "pairings"."outcome" add "as_printed" text collate "C" null;`);

    this.addSql(`alter table "pairings"."provision" add "as_printed" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pairings"."exchange" drop column "as_printed";`);

    this.addSql(`alter table "pairings"."outcome" drop column "as_printed";`);

    this.addSql(`alter table "pairings"."provision" drop column "as_printed";`);
  }
}
