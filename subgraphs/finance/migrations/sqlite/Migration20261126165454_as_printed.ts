import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165454_as_printed extends Migration {
  override name = 'Migration20261126165454_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`fund\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`project\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`sale\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`fund\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`project\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`sale\` drop column \`as_printed\`;`);
  }
}
