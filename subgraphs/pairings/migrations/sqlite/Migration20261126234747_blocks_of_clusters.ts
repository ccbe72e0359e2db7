import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234747_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234747_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`cluster_tally\` add column \`record\` text null;`);
    this.addSql(`alter table \`cluster_tally\` add column \`is_hub\` integer not null default false;`);
    this.addSql(`alter table \`cluster_tally\` add column \`partials\` integer not null default 0;`);
    this.addSql(`create index \`cluster_tally_record_index\` on \`cluster_tally\` (\`record\`);`);

    this.addSql(`alter table \`coverage\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`coverage\` add column \`block\` bigint null;`);
    this.addSql(`create index \`coverage_block_index\` on \`coverage\` (\`block\`);`);

    this.addSql(`alter table \`exchange\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`exchange\` add column \`block\` bigint null;`);
    this.addSql(`create index \`exchange_block_index\` on \`exchange\` (\`block\`);`);

    this.addSql(`alter table \`outcome\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`outcome\` add column \`block\` bigint null;`);
    this.addSql(`create index \`outcome_block_index\` on \`outcome\` (\`block\`);`);

    this.addSql(`alter table \`provision\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`provision\` add column \`block\` bigint null;`);
    this.addSql(`create index \`provision_block_index\` on \`provision\` (\`block\`);`);

    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`cluster_tally_record_index\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`record\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`is_hub\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`partials\`;`);

    this.addSql(`drop index \`coverage_block_index\`;`);
    this.addSql(`alter table \`coverage\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`coverage\` drop column \`block\`;`);

    this.addSql(`drop index \`exchange_block_index\`;`);
    this.addSql(`alter table \`exchange\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`exchange\` drop column \`block\`;`);

    this.addSql(`drop index \`outcome_block_index\`;`);
    this.addSql(`alter table \`outcome\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`outcome\` drop column \`block\`;`);

    this.addSql(`drop index \`provision_block_index\`;`);
    this.addSql(`alter table \`provision\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`provision\` drop column \`block\`;`);
  }
}
