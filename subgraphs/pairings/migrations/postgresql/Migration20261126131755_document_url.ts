import { Migration } from '@mikro-orm/migrations';

export class Migration20261126131755_document_url extends Migration {
  override name = 'Migration20261126131755_document_url';

  override up(): void | Promise<void> {
    this.addSql(`alter table "pairings"."document" add "url" text collate "C" null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pairings"."document" drop column "url";`);
  }
}
