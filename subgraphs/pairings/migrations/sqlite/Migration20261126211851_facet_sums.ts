import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211851_facet_sums extends Migration {
  override name = 'Migration20261126211851_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index \`coverage_facet_low_high_index\` on \`coverage\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`exchange_facet_low_high_index\` on \`exchange\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`alter table \`facet\` add column \`is_listing_partial\` integer not null default false;`);

    this.addSql(`create index \`outcome_facet_low_high_index\` on \`outcome\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`provision_facet_low_high_index\` on \`provision\` (\`facet\`, \`low\`, \`high\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`coverage_facet_low_high_index\`;`);

    this.addSql(`drop index \`exchange_facet_low_high_index\`;`);

    this.addSql(`alter table \`facet\` drop column \`is_listing_partial\`;`);

    this.addSql(`drop index \`outcome_facet_low_high_index\`;`);

    this.addSql(`drop index \`provision_facet_low_high_index\`;`);
  }
}
