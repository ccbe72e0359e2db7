import { Migration } from '@mikro-orm/migrations';

export class Migration20261126170320_nation extends Migration {
  override name = 'Migration20261126170320_nation';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`course\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`expert_exchange\` add column \`confidence\` text null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`batches\` integer null;`);

    this.addSql(`alter table \`secondment\` add column \`confidence\` text null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`course\` drop column \`confidence\`;`);

    this.addSql(`alter table \`expert_exchange\` drop column \`confidence\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`batches\`;`);

    this.addSql(`alter table \`secondment\` drop column \`confidence\`;`);
  }
}
