import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024000_visibility extends Migration {
  override name = 'Migration20261127024000_visibility';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`dataset\` add column \`visibility\` text not null default '';`);
    this.addSql(`alter table \`data_version\` add column \`audience\` text not null default '';`);
    this.addSql(`alter table \`import\` add column \`visibility\` text not null default '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`dataset\` drop column \`visibility\`;`);
    this.addSql(`alter table \`data_version\` drop column \`audience\`;`);
    this.addSql(`alter table \`import\` drop column \`visibility\`;`);
  }
}
