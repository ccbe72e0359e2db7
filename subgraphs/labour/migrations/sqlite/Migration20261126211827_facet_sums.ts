import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211827_facet_sums extends Migration {
  override name = 'Migration20261126211827_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`facet\` add column \`is_listing_partial\` integer not null default false;`);

    this.addSql(`create index \`job_fair_facet_low_high_index\` on \`job_fair\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`job_offer_facet_low_high_index\` on \`job_offer\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`placement_facet_low_high_index\` on \`placement\` (\`facet\`, \`low\`, \`high\`);`);

    this.addSql(`create index \`station_facet_low_high_index\` on \`station\` (\`facet\`, \`low\`, \`high\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`facet\` drop column \`is_listing_partial\`;`);

    this.addSql(`drop index \`job_fair_facet_low_high_index\`;`);

    this.addSql(`drop index \`job_offer_facet_low_high_index\`;`);

    this.addSql(`drop index \`placement_facet_low_high_index\`;`);

    this.addSql(`drop index \`station_facet_low_high_index\`;`);
  }
}
