import { Migration } from '@mikro-orm/migrations';

export class Migration20261126170314_nation extends Migration {
  override name = 'Migration20261126170314_nation';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`job_fair\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`job_offer\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`placement\` add column \`confidence\` text null;`);
    this.addSql(`alter table \`placement\` add column \`reach\` text null;`);
    this.addSql(`alter table \`placement\` add column \`site\` text null;`);

    this.addSql(`alter table \`station\` add column \`confidence\` text null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`job_fair\` drop column \`confidence\`;`);

    this.addSql(`alter table \`job_offer\` drop column \`confidence\`;`);

    this.addSql(`alter table \`placement\` drop column \`confidence\`;`);
    this.addSql(`alter table \`placement\` drop column \`reach\`;`);
    this.addSql(`alter table \`placement\` drop column \`site\`;`);

    this.addSql(`alter table \`station\` drop column \`confidence\`;`);
  }
}
