import { Migration } from '@mikro-orm/migrations';

export class Migration20261126131754_document_url extends Migration {
  override name = 'Migration20261126131754_document_url';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`document\` add column \`url\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`document\` drop column \`url\`;`);
  }
}
