import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211816_facet_sums extends Migration {
  override name = 'Migration20261126211816_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index \`enterprise_facet_low_high_index\` on \`enterprise\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`alter table \`facet\` add column \`is_listing_partial\` integer not null default false;`);

    this.addSql(`create index \`facility_facet_low_high_index\` on \`facility\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`fund_facet_low_high_index\` on \`fund\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`project_facet_low_high_index\` on \`project\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`sale_facet_low_high_index\` on \`sale\` (\`facet\`, \`low\`, \`high\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`enterprise_facet_low_high_index\`;`);

    this.addSql(`alter table \`facet\` drop column \`is_listing_partial\`;`);

    this.addSql(`drop index \`facility_facet_low_high_index\`;`);

    this.addSql(`drop index \`fund_facet_low_high_index\`;`);

    this.addSql(`drop index \`project_facet_low_high_index\`;`);

    this.addSql(`drop index \`sale_facet_low_high_index\`;`);
  }
}
