import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165510_as_printed extends Migration {
  override name = 'Migration20261126165510_as_printed';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`job_fair\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`job_offer\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`placement\` add column \`as_printed\` text null;`);

    this.addSql(`alter table \`station\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`job_fair\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`job_offer\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`placement\` drop column \`as_printed\`;`);

    this.addSql(`alter table \`station\` drop column \`as_printed\`;`);
  }
}
