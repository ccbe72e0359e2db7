import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165522_as_printed extends Migration {
  override name = 'Migration20261126165522_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`course\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`expert_exchange\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`secondment\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`course\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`expert_exchange\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`secondment\` drop column \`as_printed\`;`);
  }
}
