import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025945_kind_of_bodies extends Migration {
  override name = 'Migration20261127025945_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`organisation_ref\` add column \`kind\` text null;`);
    this.addSql(`create index \`organisation_ref_kind_index\` on \`organisation_ref\` (\`kind\`);`);

    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`organisation_ref_kind_index\`;`);
    this.addSql(`alter table \`organisation_ref\` drop column \`kind\`;`);
  }
}
