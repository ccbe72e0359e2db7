import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234758_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234758_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`cluster_tally\` add column \`record\` text null;`);
    this.addSql(`alter table \`cluster_tally\` add column \`is_hub\` integer not null default false;`);
    this.addSql(`alter table \`cluster_tally\` add column \`partials\` integer not null default 0;`);
    this.addSql(`create index \`cluster_tally_record_index\` on \`cluster_tally\` (\`record\`);`);

    this.addSql(`alter table \`job_fair\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`job_fair\` add column \`block\` bigint null;`);
    this.addSql(`create index \`job_fair_block_index\` on \`job_fair\` (\`block\`);`);

    this.addSql(`alter table \`job_offer\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`job_offer\` add column \`block\` bigint null;`);
    this.addSql(`create index \`job_offer_block_index\` on \`job_offer\` (\`block\`);`);

    this.addSql(`alter table \`placement\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`placement\` add column \`block\` bigint null;`);
    this.addSql(`create index \`placement_block_index\` on \`placement\` (\`block\`);`);

    this.addSql(`alter table \`station\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`station\` add column \`block\` bigint null;`);
    this.addSql(`create index \`station_block_index\` on \`station\` (\`block\`);`);

    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`cluster_tally_record_index\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`record\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`is_hub\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`partials\`;`);

    this.addSql(`drop index \`job_fair_block_index\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`block\`;`);

    this.addSql(`drop index \`job_offer_block_index\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`block\`;`);

    this.addSql(`drop index \`placement_block_index\`;`);
    this.addSql(`alter table \`placement\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`placement\` drop column \`block\`;`);

    this.addSql(`drop index \`station_block_index\`;`);
    this.addSql(`alter table \`station\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`station\` drop column \`block\`;`);
  }
}
