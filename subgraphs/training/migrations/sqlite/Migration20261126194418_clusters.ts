import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194418_clusters extends Migration {
  override name = 'Migration20261126194418_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cluster_tally\` (\`cluster\` bigint not null, \`place\` integer not null, \`type\` text not null, \`size\` integer not null, \`exclusion\` text null, \`number\` integer not null, \`low_sum\` bigint not null, \`open_lows\` integer not null, \`high_sum\` bigint not null, \`open_highs\` integer not null, \`vague\` integer not null, \`inferred\` integer not null, primary key (\`cluster\`, \`place\`));`,
    );
    this.addSql(`create index \`cluster_tally_type_index\` on \`cluster_tally\` (\`type\`);`);

    this.addSql(`drop index \`course_alone_index\`;`);
    this.addSql(`alter table \`course\` drop column \`alone\`;`);
    this.addSql(`alter table \`course\` drop column \`alike\`;`);
    this.addSql(`alter table \`course\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`course\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`course\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`course_cluster_index\` on \`course\` (\`cluster\`);`);

    this.addSql(`drop index \`expert_exchange_alone_index\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`alone\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`alike\`;`);
    this.addSql(`alter table \`expert_exchange\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`expert_exchange_cluster_index\` on \`expert_exchange\` (\`cluster\`);`);

    this.addSql(`drop index \`secondment_alone_index\`;`);
    this.addSql(`alter table \`secondment\` drop column \`alone\`;`);
    this.addSql(`alter table \`secondment\` drop column \`alike\`;`);
    this.addSql(`alter table \`secondment\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`secondment\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`secondment\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`secondment_cluster_index\` on \`secondment\` (\`cluster\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cluster_tally\`;`);

    this.addSql(`drop index \`course_cluster_index\`;`);
    this.addSql(`alter table \`course\` drop column \`cluster\`;`);
    this.addSql(`alter table \`course\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`course\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`course\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`course\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`course_alone_index\` on \`course\` (\`alone\`);`);

    this.addSql(`drop index \`expert_exchange_cluster_index\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`cluster\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`expert_exchange\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`expert_exchange\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`expert_exchange_alone_index\` on \`expert_exchange\` (\`alone\`);`);

    this.addSql(`drop index \`secondment_cluster_index\`;`);
    this.addSql(`alter table \`secondment\` drop column \`cluster\`;`);
    this.addSql(`alter table \`secondment\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`secondment\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`secondment\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`secondment\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`secondment_alone_index\` on \`secondment\` (\`alone\`);`);
  }
}
