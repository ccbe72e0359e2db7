import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234752_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234752_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`cluster_tally\` add column \`record\` text null;`);
    this.addSql(`alter table \`cluster_tally\` add column \`is_hub\` integer not null default false;`);
    this.addSql(`alter table \`cluster_tally\` add column \`partials\` integer not null default 0;`);
    this.addSql(`create index \`cluster_tally_record_index\` on \`cluster_tally\` (\`record\`);`);

    this.addSql(`alter table \`enterprise\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`enterprise\` add column \`block\` bigint null;`);
    this.addSql(`create index \`enterprise_block_index\` on \`enterprise\` (\`block\`);`);

    this.addSql(`alter table \`facility\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`facility\` add column \`block\` bigint null;`);
    this.addSql(`create index \`facility_block_index\` on \`facility\` (\`block\`);`);

    this.addSql(`alter table \`fund\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`fund\` add column \`block\` bigint null;`);
    this.addSql(`create index \`fund_block_index\` on \`fund\` (\`block\`);`);

    this.addSql(`alter table \`project\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`project\` add column \`block\` bigint null;`);
    this.addSql(`create index \`project_block_index\` on \`project\` (\`block\`);`);

    this.addSql(`alter table \`sale\` add column \`year_cluster\` bigint null;`);
    this.addSql(`alter table \`sale\` add column \`block\` bigint null;`);
    this.addSql(`create index \`sale_block_index\` on \`sale\` (\`block\`);`);

    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`cluster_tally_record_index\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`record\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`is_hub\`;`);
    this.addSql(`alter table \`cluster_tally\` drop column \`partials\`;`);

    this.addSql(`drop index \`enterprise_block_index\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`block\`;`);

    this.addSql(`drop index \`facility_block_index\`;`);
    this.addSql(`alter table \`facility\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`facility\` drop column \`block\`;`);

    this.addSql(`drop index \`fund_block_index\`;`);
    this.addSql(`alter table \`fund\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`fund\` drop column \`block\`;`);

    this.addSql(`drop index \`project_block_index\`;`);
    this.addSql(`alter table \`project\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`project\` drop column \`block\`;`);

    this.addSql(`drop index \`sale_block_index\`;`);
    this.addSql(`alter table \`sale\` drop column \`year_cluster\`;`);
    this.addSql(`alter table \`sale\` drop column \`block\`;`);
  }
}
