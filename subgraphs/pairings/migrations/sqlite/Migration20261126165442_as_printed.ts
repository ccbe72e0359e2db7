import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165442_as_printed extends Migration {
  override name = 'Migration20261126165442_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`exchange\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`outcome\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`provision\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`exchange\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`outcome\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`provision\` drop column \`as_printed\`;`);
  }
}
