import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211840_facet_sums extends Migration {
  override name = 'Migration20261126211840_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index \`course_facet_low_high_index\` on \`course\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(
      `create index \`expert_exchange_facet_low_high_index\` on \`expert_exchange\` (\`facet\`, \`low\`, \`high\`);`,
    );

    this.addSql(`alter table \`facet\` add column \`is_listing_partial\` integer not null default false;`);

    this.addSql(`create index \`secondment_facet_low_high_index\` on \`secondment\` (\`facet\`, \`low\`, \`high\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`course_facet_low_high_index\`;`);

    this.addSql(`drop index \`expert_exchange_facet_low_high_index\`;`);

    this.addSql(`alter table \`facet\` drop column \`is_listing_partial\`;`);

    this.addSql(`drop index \`secondment_facet_low_high_index\`;`);
  }
}
