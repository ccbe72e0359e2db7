import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234803_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234803_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`cluster_tally\` add column \`record\` text null;`);
    this.addSql(`alter table \`cluster_tally\` add column \`is_hub\` integer not null default false;`);
    this.addSql(`alter table \`cluster_tally\` add column \`partials\` integer not null default 0;`);
    this.addSql(`create index \`cluster_tally_record_index\` on \`cluster_tally\` (\`record\`);`);

    this.addSql(`alter table \`course\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`course\` add column \`block\` bigint null;`);
    this.addSql(`create index \`course_block_index\` on \`course\` (\`block\`);`);

    this.addSql(`alter table \`expert_exchange\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`block\` bigint null;`);
    this.addSql(`create index \`expert_exchange_block_index\` on \`expert_exchange\` (\`block\`);`);

    this.addSql(`alter table \`secondment\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`secondment\` add column \`block\` bigint null;`);
    this.addSql(`create index \`secondment_block_index\` on \`secondment\` (\`block\`);`);

    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`cluster_tally_record_index\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`record\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`is_hub\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`partials\`;`);

    this.addSql(`drop index \`course_block_index\`;`);
    this.addSql(`alter table \`course\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`course\` drop column \`block\`;`);

    this.addSql(`drop index \`expert_exchange_block_index\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`block\`;`);

    this.addSql(`drop index \`secondment_block_index\`;`);
    this.addSql(`alter table \`secondment\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`secondment\` drop column \`block\`;`);
  }
}
